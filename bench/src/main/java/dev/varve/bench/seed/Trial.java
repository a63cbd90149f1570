package dev.varve.bench.seed;

import dev.varve.seed.load.LoadTable;
import dev.varve.testing.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * The shop's database on one engine, empty at first.
 *
 * @param isSqlite whether it is SQLite's
 * @param url how to connect
 */
record Trial(boolean isSqlite, String url) {
  static Trial create(boolean isSqlite) throws IOException, SQLException {
    String url;
    if (isSqlite) {
      Path file = Files.createTempDirectory("varve-bench").resolve("shop.db");
      url = "jdbc:sqlite:" + file;
    } else {
      String name = PostgresServer.create();
      url =
          "jdbc:postgresql://localhost:"
              + PostgresServer.port()
              + "/"
              + name
              + "?user=postgres&reWriteBatchedInserts=true";
    }
    Trial trial = new Trial(isSqlite, url);
    try (Connection connection = trial.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(trial.script());
    }
    return trial;
  }

  Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    if (isSqlite) {
      run(connection, "PRAGMA foreign_keys = ON");
      run(connection, "PRAGMA journal_mode = WAL");
      run(connection, "PRAGMA synchronous = NORMAL");
    }
    return connection;
  }

  /** Takes all rows away, so that each run finds the same. */
  void empty() throws SQLException {
    try (Connection connection = connect()) {
      if (isSqlite) {
        for (int i = ShopTables.ALL.size() - 1; i >= 0; i--) {
          run(connection, "DELETE FROM " + ShopTables.ALL.get(i).name().sqlite());
        }
        run(connection, "DELETE FROM sqlite_sequence");
        run(connection, "VACUUM");
        run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
      } else {
        StringBuilder tables = new StringBuilder();
        ShopTables.ALL.forEach(
            table ->
                tables.append(tables.length() == 0 ? "" : ", ").append(table.name().postgres()));
        run(connection, "TRUNCATE " + tables + " RESTART IDENTITY");
        run(connection, "CHECKPOINT");
      }
    }
  }

  /** How many rows all tables have together. */
  int rows() throws SQLException {
    int rows = 0;
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (LoadTable table : ShopTables.ALL) {
        String sql = "SELECT count(*) FROM " + table.name().sqlite();
        try (ResultSet result = statement.executeQuery(sql)) {
          result.next();
          rows += result.getInt(1);
        }
      }
    }
    return rows;
  }

  private String script() throws IOException {
    String path = "/META-INF/varve/shop/" + (isSqlite ? "sqlite" : "postgresql") + "/schema.sql";
    try (InputStream in = Objects.requireNonNull(Trial.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
