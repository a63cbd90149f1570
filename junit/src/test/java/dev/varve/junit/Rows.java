package dev.varve.junit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Plain SQL about the shop. */
final class Rows {
  static final String[] TABLES = {"customers", "purchases", "teams", "members", "countries"};

  private Rows() {}

  static int count(DataSource database, String table) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return count(connection, table);
    }
  }

  static int count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** How many rows all tables of the shop have. */
  static int count(DataSource database) throws SQLException {
    int count = 0;
    for (String table : TABLES) {
      count += count(database, table);
    }
    return count;
  }

  static void execute(DataSource database, String... statements) throws SQLException {
    try (Connection connection = database.getConnection()) {
      execute(connection, statements);
    }
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
