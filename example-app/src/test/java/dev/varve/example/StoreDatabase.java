package dev.varve.example;

import dev.varve.runtime.MigrationStatus;
import dev.varve.runtime.Migrator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An empty database that the store's migrations walk through, and plain SQL about what is in it.
 */
final class StoreDatabase implements AutoCloseable {
  /** Where the database is. */
  enum Engine {
    POSTGRESQL,
    SQLITE
  }

  /** Something to be closed that fails, if at all, in the ways that a server or file does. */
  private interface Server {
    void stop() throws IOException;
  }

  private final Server server;
  private final Connection connection;
  private final Migrator migrator;

  private StoreDatabase(Server server, Connection connection) {
    this.server = server;
    this.connection = connection;
    this.migrator = Migrator.of(connection);
  }

  static StoreDatabase on(Engine engine) throws IOException, SQLException {
    return switch (engine) {
      case POSTGRESQL -> {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        yield new StoreDatabase(postgres::close, postgres.getPostgresDatabase().getConnection());
      }
      case SQLITE ->
          new StoreDatabase(
              () -> {}, DriverManager.getConnection("jdbc:sqlite::memory:?foreign_keys=on"));
    };
  }

  Migrator migrator() {
    return migrator;
  }

  /** Applies all migrations up to one, which may have several files. */
  void upThrough(String name) {
    migrator.upTo(lastVersion(name));
  }

  /** The version of a migration's last file: {@code price_every_track_online}, if there is one. */
  String lastVersion(String name) {
    String last = "";
    for (MigrationStatus.Entry entry : migrator.status().entries()) {
      if (entry.migration().name().startsWith(name)) {
        last = entry.migration().version();
      }
    }
    return last;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The only column of all rows, each as text; {@code null} is the word. */
  List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
    }
    return values;
  }

  /** The names of a table's columns. */
  Set<String> columns(String table) throws SQLException {
    return names(metaData().getColumns(null, null, table, null), "COLUMN_NAME");
  }

  /** The names of a table's indexes. */
  Set<String> indexes(String table) throws SQLException {
    return names(metaData().getIndexInfo(null, null, table, false, false), "INDEX_NAME");
  }

  private DatabaseMetaData metaData() throws SQLException {
    return connection.getMetaData();
  }

  private static Set<String> names(ResultSet rows, String label) throws SQLException {
    try (rows) {
      Set<String> names = new TreeSet<>();
      while (rows.next()) {
        names.add(rows.getString(label));
      }
      return names;
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.stop();
  }
}
