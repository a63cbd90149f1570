package dev.varve.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The PostgreSQL server that all tests of a JVM share: started when first asked for, stopped with
 * the JVM. It doesn't wait for disks, and cleans nothing up by itself.
 */
public final class PostgresServer {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private PostgresServer() {}

  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("autovacuum", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("embedded PostgreSQL doesn't start", e);
      }
    }
  }

  /** The port that it listens at, on localhost. */
  public static int port() {
    return Running.SERVER.getPort();
  }

  /**
   * The name of a new, empty database.
   *
   * @throws SQLException if it can't be created
   */
  public static String create() throws SQLException {
    String name = "test_" + COUNT.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return name;
  }

  /**
   * Removes a database.
   *
   * @throws SQLException if somebody is still connected to it
   */
  public static void drop(String name) throws SQLException {
    execute("DROP DATABASE " + name);
  }

  /** Connections of the superuser to the database of that name. */
  public static DataSource database(String name) {
    return Running.SERVER.getDatabase("postgres", name);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
