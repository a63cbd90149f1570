package dev.varve.schema.sql;

import dev.varve.testing.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Real databases: one PostgreSQL server for all tests of the JVM, SQLite in memory. */
public final class Databases {
  private Databases() {}

  /** The port of the PostgreSQL server. */
  public static int postgresPort() {
    return PostgresServer.port();
  }

  /** The name of a new PostgreSQL database. */
  public static String newPostgres() throws SQLException {
    return PostgresServer.create();
  }

  /** Removes a PostgreSQL database. */
  public static void dropPostgres(String name) throws SQLException {
    PostgresServer.drop(name);
  }

  /** A connection to a PostgreSQL database. */
  public static Connection postgres(String name) throws SQLException {
    return PostgresServer.database(name).getConnection();
  }

  /** A new SQLite database, with foreign keys off as is its default. */
  public static Connection sqlite() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  /** Runs a script of any number of statements. */
  public static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }
}
