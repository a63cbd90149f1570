package dev.varve.schema.sql;

import dev.varve.schema.Dialect;
import dev.varve.schema.Sql;
import java.util.Locale;
import java.util.Set;

/** The names of columns in fragments of SQL, which SQLite compares without regard to capitals. */
public final class SqliteNames {
  private SqliteNames() {}

  /** A name as it is compared. SQLite knows the capitals of ASCII only, but fewer equal names. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a fragment mentions one of some columns. Where it isn't certain, it does.
   *
   * @param columns their {@linkplain #key keys}
   */
  public static boolean mentions(Sql sql, Set<String> columns) {
    String text = sql.in(Dialect.SQLITE).orElse("");
    int i = 0;
    while (i < text.length()) {
      int end = SqliteFragments.tokenEnd(text, i);
      if (isName(text, i) && columns.contains(key(unquoted(text, i, end)))) {
        return true;
      }
      i = end;
    }
    return false;
  }

  private static boolean isName(String text, int start) {
    return text.charAt(start) == '"' || SqliteFragments.isWordStart(text.charAt(start));
  }

  private static String unquoted(String text, int start, int end) {
    return text.charAt(start) == '"' && end > start + 1
        ? text.substring(start + 1, end - 1)
        : text.substring(start, end);
  }
}
