package dev.varve.cli;

import dev.varve.runtime.format.Engine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases, and questions to them. A database is its JDBC URL. */
final class Databases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  /** One server for all tests of this JVM; its own shutdown hook ends it. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static String create(Engine engine, Path folder) throws SQLException {
    String name = "cli" + COUNT.incrementAndGet();
    if (engine == Engine.SQLITE) {
      String url = "jdbc:sqlite:" + folder.resolve(name + ".db");
      run(url, "PRAGMA user_version = 1");
      return url;
    }
    run(postgres("postgres"), "CREATE DATABASE " + name);
    return postgres(name);
  }

  static int port() {
    return Server.POSTGRES.getPort();
  }

  private static String postgres(String database) {
    return "jdbc:postgresql://localhost:" + port() + '/' + database + "?user=postgres";
  }

  static void run(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of a query. */
  static List<String> column(String url, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** The names of the migrations that are applied. */
  static List<String> applied(String url) throws SQLException {
    return column(url, "SELECT name FROM _varve_migrations ORDER BY version");
  }
}
