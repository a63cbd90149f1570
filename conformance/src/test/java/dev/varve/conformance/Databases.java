package dev.varve.conformance;

import dev.varve.testing.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** New, empty databases on one PostgreSQL server that stops with the JVM, and in SQLite. */
public final class Databases {
  private Databases() {}

  /** A new, empty database on PostgreSQL. */
  public static Connection postgresql() throws SQLException {
    return PostgresServer.database(PostgresServer.create()).getConnection();
  }

  /** A new, empty database of SQLite, in memory. */
  public static Connection sqlite() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
    }
    return connection;
  }
}
