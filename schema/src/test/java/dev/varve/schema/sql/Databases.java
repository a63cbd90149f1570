package dev.varve.schema.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Real databases: one PostgreSQL server for all tests of the JVM, SQLite in memory. */
public final class Databases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  /** The server, started when first asked for, stopped with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new IllegalStateException("embedded PostgreSQL doesn't start", e);
      }
    }
  }

  /** The port of the PostgreSQL server. */
  public static int postgresPort() {
    return Server.POSTGRES.getPort();
  }

  /** The name of a new PostgreSQL database. */
  public static String newPostgres() throws SQLException {
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection = postgres("postgres")) {
      run(connection, "CREATE DATABASE " + name);
    }
    return name;
  }

  /** Removes a PostgreSQL database. */
  public static void dropPostgres(String name) throws SQLException {
    try (Connection connection = postgres("postgres")) {
      run(connection, "DROP DATABASE " + name);
    }
  }

  /** A connection to a PostgreSQL database. */
  public static Connection postgres(String name) throws SQLException {
    return Server.POSTGRES.getDatabase("postgres", name).getConnection();
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
