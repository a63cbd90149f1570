package dev.varve.schema.plan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a SQLite database holds, as lines to compare: but for the order of columns and the names of
 * constraints, which are no difference.
 */
final class StoredSqlite {
  private static final String COLUMNS =
      """
      SELECT format('column %s.%s %s not null %d default %s key %d hidden %d', m.name, c.name,
          c.type, c."notnull", c.dflt_value, c.pk, c.hidden)
        FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table'
      UNION ALL
      SELECT format('foreign key %s (%s) %s (%s) %s %s', name, group_concat("from"), "table",
          group_concat("to"), on_update, on_delete)
        FROM (SELECT m.name, f.* FROM sqlite_master m, pragma_foreign_key_list(m.name) f
              WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq)
        GROUP BY name, id
      UNION ALL
      SELECT format('table %s strict %d', name, strict) FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table'
      ORDER BY 1
      """;
  private static final String SQL =
      "SELECT type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1, 2, 3";

  private StoredSqlite() {}

  static List<String> of(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(COLUMNS)) {
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
      }
      try (ResultSet rows = statement.executeQuery(SQL)) {
        while (rows.next()) {
          addSql(lines, rows.getString(1), rows.getString(2), rows.getString(3));
        }
      }
    }
    lines.removeIf(line -> line.contains("sqlite_sequence"));
    Collections.sort(lines);
    return lines;
  }

  private static void addSql(List<String> lines, String type, String table, String text) {
    String sql = withoutComments(text);
    if (!type.equals("table")) {
      lines.add(type + ' ' + plain(sql).replace("IF NOT EXISTS ", ""));
      return;
    }
    for (String word : List.of("CHECK (", "GENERATED ALWAYS AS (")) {
      for (int i = sql.indexOf(word); i >= 0; i = sql.indexOf(word, i + 1)) {
        int start = i + word.length();
        lines.add(table + ' ' + word + plain(sql.substring(start, close(sql, start))));
      }
    }
    if (sql.contains("AUTOINCREMENT")) {
      lines.add(table + " counts");
    }
  }

  /** RENAME puts quotes around names that need none. */
  private static String plain(String sql) {
    return sql.replace("\"", "").replaceAll("\\s+", " ");
  }

  private static int close(String sql, int start) {
    int depth = 1;
    int i = start;
    while (depth > 0) {
      char c = sql.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      i = c == '\'' || c == '"' ? sql.indexOf(c, i + 1) + 1 : i + 1;
    }
    return i - 1;
  }

  private static String withoutComments(String sql) {
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      int end = c == '\'' || c == '"' ? sql.indexOf(c, i + 1) + 1 : i + 1;
      if (sql.startsWith("--", i)) {
        end = sql.indexOf('\n', i);
      } else {
        plain.append(sql, i, end);
      }
      i = end;
    }
    return plain.toString();
  }
}
