package dev.varve.catalog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Real databases: one PostgreSQL server for all tests of the JVM, SQLite in memory. */
final class Databases {
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
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection = postgres()) {
      run(connection, "CREATE DATABASE " + name);
    }
    return Server.POSTGRES.getDatabase("postgres", name).getConnection();
  }

  /** A connection to the database that all tests share: they roll back what they do. */
  static Connection postgres() throws SQLException {
    return Server.POSTGRES.getPostgresDatabase().getConnection();
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
