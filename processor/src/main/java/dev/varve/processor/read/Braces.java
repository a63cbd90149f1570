package dev.varve.processor.read;

/** The braces in a fragment of SQL that stand for a column: those outside of literals. */
final class Braces {
  private Braces() {}

  /** Whether there are such braces. */
  static boolean in(String sql) {
    return sql.contains("{}") && !fill(sql, "").equals(sql);
  }

  /** The fragment with {@code column} in their place. */
  static String fill(String sql, String column) {
    StringBuilder filled = new StringBuilder(sql.length() + column.length());
    boolean literal = false;
    for (int i = 0; i < sql.length(); i++) {
      if (!literal && sql.startsWith("{}", i)) {
        filled.append(column);
        i++;
      } else {
        literal ^= sql.charAt(i) == '\'';
        filled.append(sql.charAt(i));
      }
    }
    return filled.toString();
  }
}
