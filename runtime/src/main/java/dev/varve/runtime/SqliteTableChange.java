package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that takes a table its name.
 *
 * @param table the name until now, without quotes
 * @param newName the name afterwards, or empty where the table is dropped
 */
record SqliteTableChange(String table, Optional<String> newName) {
  private static final String NAME =
      "(?:main\\s*\\.\\s*)?(\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|'(?:[^']|'')*'|\\[[^]]*]|[^\\s\"`'\\[]+)";

  private static final Pattern DROP =
      Pattern.compile("(?is)DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?" + NAME);
  private static final Pattern RENAME =
      Pattern.compile("(?is)ALTER\\s+TABLE\\s+" + NAME + "\\s+RENAME\\s+TO\\s+" + NAME);

  /** What the statement does, or empty where it does something else. */
  static Optional<SqliteTableChange> of(SqlStatement statement) {
    Matcher drop = DROP.matcher(statement.text());
    if (drop.matches()) {
      return Optional.of(
          new SqliteTableChange(SqliteSession.unquoted(drop.group(1)), Optional.empty()));
    }
    Matcher rename = RENAME.matcher(statement.text());
    if (rename.matches()) {
      return Optional.of(
          new SqliteTableChange(
              SqliteSession.unquoted(rename.group(1)),
              Optional.of(SqliteSession.unquoted(rename.group(2)))));
    }
    return Optional.empty();
  }
}
