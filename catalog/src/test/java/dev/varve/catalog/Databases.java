package dev.varve.catalog;

import dev.varve.testing.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Real databases: one PostgreSQL server for all tests of the JVM, SQLite in memory. */
final class Databases {
  private Databases() {}

  /** Whether the server is new enough for a statement. */
  static boolean has(Connection connection, String statement) throws SQLException {
    int since =
        switch (latest(statement)) {
          case "SET EXPRESSION" -> 17;
          case "NOT ENFORCED", "NOT NULL phone", "VIRTUAL" -> 18;
          case "NULLS NOT DISTINCT", "SET NULL (boss_id)" -> 15;
          default -> 14;
        };
    return connection.getMetaData().getDatabaseMajorVersion() >= since;
  }

  private static String latest(String statement) {
    for (String feature :
        new String[] {
          "VIRTUAL",
          "NOT ENFORCED",
          "NOT NULL phone",
          "SET EXPRESSION",
          "NULLS NOT DISTINCT",
          "SET NULL (boss_id)"
        }) {
      if (statement.contains(feature)) {
        return feature;
      }
    }
    return "";
  }

  /** A connection to a new PostgreSQL database. */
  static Connection newPostgres() throws SQLException {
    return PostgresServer.database(PostgresServer.create()).getConnection();
  }

  /** A connection to the database that all tests share: they roll back what they do. */
  static Connection postgres() throws SQLException {
    return PostgresServer.database("postgres").getConnection();
  }

  /** A new SQLite database. */
  static Connection sqlite() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  /** Runs a script of any number of statements. */
  static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }
}
