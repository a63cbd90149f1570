package loading;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** What the library's tables hold. */
final class Contents {
  static final List<String> TABLES =
      List.of("countries", "genres", "topics", "books", "copies", "members", "book_topics");

  private Contents() {}

  static boolean isPostgres(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  /** All rows of all tables as text, a line each. */
  static String all(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      StringBuilder text = new StringBuilder();
      for (String table : TABLES) {
        rows(connection, "SELECT * FROM " + table + " ORDER BY 1, 2", table, text);
      }
      return text.toString();
    }
  }

  /** The rows with what changes when they are written: on SQLite, how often that happened. */
  static String versions(Connection connection) throws SQLException {
    StringBuilder text = new StringBuilder();
    if (isPostgres(connection)) {
      for (String table : TABLES) {
        rows(connection, "SELECT t.xmin::text, t.* FROM " + table + " t ORDER BY 2, 3", table, text);
      }
    } else {
      rows(connection, "SELECT total_changes()", "changes", text);
    }
    return text.toString();
  }

  /** How many lines differ, or by how much the count of changes does. */
  static long differing(String before, String after) {
    if (before.startsWith("changes")) {
      return Long.parseLong(after.replaceAll("\\D", "")) - Long.parseLong(before.replaceAll("\\D", ""));
    }
    Set<String> lines = new HashSet<>(Arrays.asList(after.split("\n")));
    lines.removeAll(Arrays.asList(before.split("\n")));
    return lines.size();
  }

  private static void rows(Connection connection, String sql, String table, StringBuilder text)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        text.append(table);
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          Object value = rows.getObject(i);
          text.append(" | ").append(value instanceof byte[] b ? Arrays.toString(b) : value);
        }
        text.append('\n');
      }
    }
  }

  static long count(DataSource source, String table) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
