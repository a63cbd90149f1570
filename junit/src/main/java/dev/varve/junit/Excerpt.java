package dev.varve.junit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What tables hold, in short: enough to see why a test has failed. */
final class Excerpt {
  private static final int ROWS = 5;
  private static final int WIDTH = 40;

  private Excerpt() {}

  /**
   * The tables that have rows, one text of several lines each.
   *
   * @param names a query for all tables' names, quoted
   */
  static List<String> of(Connection connection, String names) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (String table : tables(connection, names)) {
      String text = table(connection, table);
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static List<String> tables(Connection connection, String names) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(names)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static String table(Connection connection, String table) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(ROWS);
      try (ResultSet rows =
          statement.executeQuery("SELECT *, count(*) OVER () FROM " + table + " LIMIT " + ROWS)) {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
          if (text.isEmpty()) {
            long count = rows.getLong(columns.getColumnCount());
            text.append(table.replace("\"", "")).append(": ").append(count);
            text.append(count == 1 ? " row" : " rows");
          }
          text.append("\n  ").append(row(rows, columns));
        }
      }
    }
    return text.toString();
  }

  private static String row(ResultSet row, ResultSetMetaData columns) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < columns.getColumnCount(); i++) {
      String value = String.valueOf(row.getString(i)).replaceAll("\\s+", " ");
      text.append(i == 1 ? "" : ", ").append(columns.getColumnLabel(i)).append('=');
      text.append(value.length() <= WIDTH ? value : value.substring(0, WIDTH - 1) + '…');
    }
    return text.toString();
  }
}
