package dev.varve.conformance.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.catalog.CatalogReader;
import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One database, by the URL that an applier needs. */
abstract sealed class Store permits PostgresqlStore, SqliteStore {
  final String url;

  Store(String url) {
    this.url = url;
  }

  abstract Engine engine();

  /** Another database with the same in it. */
  abstract Store copy() throws SQLException, IOException;

  /** Removes it. */
  abstract void remove() throws SQLException, IOException;

  /** Queries whose rows say all that the model of a catalog does not hold. */
  abstract List<String> facts();

  /** The names of all tables but the history, quoted. */
  abstract String tables();

  /** What an applier that is gone must not leave, a line each. */
  abstract List<String> leftovers() throws SQLException;

  /** All that is there: the catalog, the history but for times, and the rows, sorted. */
  final List<String> dump() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      List<String> dump = new ArrayList<>();
      dump.add(CatalogReader.of(connection).read().toString());
      for (String fact : facts()) {
        dump.addAll(rows(connection, fact));
      }
      dump.addAll(
          rows(
              connection,
              "SELECT version, name, checksum, state, statements_done, draft, down_sql"
                  + " FROM _varve_migrations ORDER BY version"));
      for (String table : rows(connection, tables())) {
        List<String> rows = rows(connection, "SELECT * FROM " + table);
        rows.sort(null);
        rows.forEach(row -> dump.add(table + row));
      }
      return dump;
    }
  }

  /** The lines that only one of them has. */
  static String difference(List<String> expected, List<String> found) {
    List<String> missing = new ArrayList<>(expected);
    List<String> more = new ArrayList<>(found);
    found.forEach(missing::remove);
    expected.forEach(more::remove);
    return missing.isEmpty() && more.isEmpty() ? "" : "missing: " + missing + "\nmore: " + more;
  }

  /** A server process that is busy looks for its client every two seconds. */
  static void requireClean(Store store, String story) throws SQLException, InterruptedException {
    long limit = System.nanoTime() + 10_000_000_000L;
    List<String> leftovers = store.leftovers();
    while (!leftovers.isEmpty() && System.nanoTime() < limit) {
      Thread.sleep(50);
      leftovers = store.leftovers();
    }
    assertEquals(List.of(), leftovers, story);
  }

  final List<String> rows(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return rows(connection, sql);
    }
  }

  final void execute(List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Rows, the values of each joined by {@code |}. */
  static List<String> rows(Connection connection, String sql) throws SQLException {
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
}
