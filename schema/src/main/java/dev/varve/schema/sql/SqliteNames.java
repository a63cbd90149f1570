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
    for (Token token : SqlTokens.of(text).tokens()) {
      if (token.isName() && columns.contains(key(token.name()))) {
        return true;
      }
    }
    return false;
  }
}
