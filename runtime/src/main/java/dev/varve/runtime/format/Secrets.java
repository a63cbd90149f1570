package dev.varve.runtime.format;

/** Keeps passwords out of messages. */
final class Secrets {
  private Secrets() {}

  /** The text with {@code '***'} for each string that follows the word {@code PASSWORD}. */
  static String masked(String sql) {
    StringBuilder masked = new StringBuilder(sql.length());
    SqlScanner scanner = new SqlScanner(sql, SqlScanner.Lexicon.EITHER);
    boolean secret = false;
    while (scanner.next()) {
      switch (scanner.kind()) {
        case WORD -> {
          secret = scanner.isWord("PASSWORD");
          masked.append(sql, scanner.start(), scanner.end());
        }
        case QUOTED, OPEN -> {
          if (secret) {
            masked.append("'***'");
          } else {
            masked.append(sql, scanner.start(), scanner.end());
          }
          secret = false;
        }
        case SPACE, LINE_COMMENT, BLOCK_COMMENT, SYMBOL ->
            masked.append(sql, scanner.start(), scanner.end());
      }
    }
    return masked.toString();
  }
}
