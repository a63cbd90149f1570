package dev.varve.schema.sql;

/** Comments of SQL. */
final class SqlComments {
  private SqlComments() {}

  /**
   * The end of the comment that starts at {@code start}: that of the line, or of the outermost
   * {@code /*}, which nest in PostgreSQL. One that isn't closed ends with the text.
   */
  static int end(String sql, int start) {
    if (sql.startsWith("--", start)) {
      int line = sql.indexOf('\n', start);
      return line < 0 ? sql.length() : line;
    }
    int depth = 1;
    int at = start + 2;
    while (at < sql.length() && depth > 0) {
      boolean open = sql.startsWith("/*", at);
      boolean close = sql.startsWith("*/", at);
      depth += open ? 1 : close ? -1 : 0;
      at += open || close ? 2 : 1;
    }
    return at;
  }
}
