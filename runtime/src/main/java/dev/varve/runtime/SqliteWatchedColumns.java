package dev.varve.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of a trigger's {@code UPDATE OF}. SQLite takes any names there, also when the trigger
 * is created: one whose columns are gone never fires, without a word.
 */
record SqliteWatchedColumns(SqliteSession session) {
  private static final Pattern UPDATE_OF =
      Pattern.compile(
          "(?is)CREATE\\s+TRIGGER\\s+(?:\"[^\"]*\"|`[^`]*`|\\[[^]]*]|'[^']*'|[^\\s\"`\\['])+\\s+"
              + "(?:BEFORE\\s+|AFTER\\s+|INSTEAD\\s+OF\\s+)?UPDATE\\s+OF\\s+(.+?)\\s+ON\\s.*");

  /**
   * Why such a trigger cannot fire for all its columns, or empty.
   *
   * @param sql as sqlite_master has it
   */
  Optional<SQLException> missing(String table, String sql) {
    Matcher matcher = UPDATE_OF.matcher(sql);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      TreeSet<String> columns = columns(table);
      for (String written : matcher.group(1).split(",")) {
        String column = SqliteSession.unquoted(written.strip());
        if (!columns.contains(column)) {
          return Optional.of(new SQLException("UPDATE OF names no column: " + column));
        }
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    }
  }

  private TreeSet<String> columns(String table) throws SQLException {
    TreeSet<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT name FROM pragma_table_xinfo(" + SqliteSession.literal(table) + ")")) {
      while (result.next()) {
        columns.add(result.getString(1));
      }
    }
    return columns;
  }
}
