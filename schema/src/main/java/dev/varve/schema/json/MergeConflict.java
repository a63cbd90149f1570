package dev.varve.schema.json;

/** The marks that git leaves where it could not merge. */
final class MergeConflict {
  private static final String MARK = "<<<<<<< ";

  private MergeConflict() {}

  /** Refuses a text that has such marks: it's no JSON, and the parser's message would not help. */
  static void refuse(String text) throws MalformedModelException {
    int line = 1;
    for (int start = 0; start >= 0 && start < text.length(); line++) {
      if (text.startsWith(MARK, start)) {
        throw new MalformedModelException(
            line, "found the mark of a merge conflict; resolve the conflict, or take either side");
      }
      int end = text.indexOf('\n', start);
      start = end < 0 ? -1 : end + 1;
    }
  }
}
