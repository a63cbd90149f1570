package dev.varve.runtime;

import dev.varve.runtime.format.Engine;
import dev.varve.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Fresh databases for tests, and questions to them. */
public final class Databases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  public static DataSource create(Engine engine, Path folder) throws SQLException {
    return switch (engine) {
      case POSTGRESQL -> postgresql();
      case SQLITE -> sqlite(folder.resolve("test" + COUNT.incrementAndGet() + ".db"));
    };
  }

  static UrlDataSource postgresql() throws SQLException {
    return new UrlDataSource(url(PostgresServer.create(), "postgres"));
  }

  static String url(String database, String user) {
    return "jdbc:postgresql://localhost:"
        + PostgresServer.port()
        + "/"
        + database
        + "?user="
        + user;
  }

  static UrlDataSource sqlite(Path file) {
    return new UrlDataSource("jdbc:sqlite:" + file + "?foreign_keys=on");
  }

  static void run(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      run(connection, sql);
    }
  }

  public static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows of a query, the values of each joined by {@code |}. */
  static List<String> rows(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return rows(connection, sql);
    }
  }

  public static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(i == 1 ? "" : "|").append(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  /** The tables there are, without the history, by name. */
  static List<String> tables(DataSource source, Engine engine) throws SQLException {
    return rows(
        source,
        switch (engine) {
          case POSTGRESQL ->
              "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename !="
                  + " '_varve_migrations' ORDER BY 1";
          case SQLITE ->
              "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND"
                  + " name != '_varve_migrations' ORDER BY 1";
        });
  }
}
