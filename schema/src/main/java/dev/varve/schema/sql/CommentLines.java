package dev.varve.schema.sql;

/** Text as {@code --} lines. */
final class CommentLines {
  /** How a line would begin that the applier takes for a directive. */
  private static final String DIRECTIVE = "varve:";

  private CommentLines() {}

  /** Each line of {@code text} as a comment of its own; nothing if there is no text. */
  static String of(String indent, String text) {
    if (text.isEmpty()) {
      return "";
    }
    StringBuilder comment = new StringBuilder(text.length() + 16);
    int start = 0;
    while (start <= text.length()) {
      int end = lineEnd(text, start);
      String line = text.substring(start, end).strip();
      comment.append(indent).append("--").append(line.isEmpty() ? "" : " ");
      if (line.startsWith(DIRECTIVE)) {
        comment.append("> ");
      }
      comment.append(line).append('\n');
      start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return comment.toString();
  }

  private static int lineEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
