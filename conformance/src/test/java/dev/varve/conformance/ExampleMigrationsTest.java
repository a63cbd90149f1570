package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.catalog.Catalog;
import dev.varve.catalog.CatalogDifference;
import dev.varve.catalog.CatalogReader;
import dev.varve.example.store.StoreSeed;
import dev.varve.runtime.MigrationException;
import dev.varve.runtime.Migrator;
import dev.varve.runtime.format.MigrationName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's history, as it is committed: it goes up, down and up again, file by file. */
class ExampleMigrationsTest {
  @Test
  void allThatTheRecordsSayIsSealed(@TempDir Path classes) throws Exception {
    ExampleStore.check(classes);
  }

  @Test
  void upDownUpOnPostgresql() throws Exception {
    try (Connection connection = Databases.postgresql()) {
      walk(connection);
    }
  }

  @Test
  void upDownUpOnSqlite() throws Exception {
    try (Connection connection = Databases.sqlite()) {
      walk(connection);
    }
  }

  @Test
  void theHistoryEndsAtSchemaSqlOnPostgresql() throws Exception {
    try (Connection walked = Databases.postgresql();
        Connection fresh = Databases.postgresql()) {
      assertEndsAtSchemaSql("postgresql", walked, fresh);
    }
  }

  @Test
  void theHistoryEndsAtSchemaSqlOnSqlite() throws Exception {
    try (Connection walked = Databases.sqlite();
        Connection fresh = Databases.sqlite()) {
      assertEndsAtSchemaSql("sqlite", walked, fresh);
    }
  }

  /** Each file's down script leads to where its up script started, with rows in the tables. */
  private static void walk(Connection connection) throws Exception {
    Migrator migrator = Migrator.of(connection).directory(ExampleStore.DB);
    List<Catalog> stations = new ArrayList<>(List.of(read(connection)));
    List<MigrationName> migrations = migrator.status().pending();
    for (MigrationName migration : migrations) {
      migrator.upTo(migration.version());
      stations.add(read(connection));
    }
    fill(connection);
    for (int i = migrations.size() - 1; i > 0; i--) {
      migrator.allowDataLoss().down(1);
      assertHolds(stations.get(i), connection, "down from " + migrations.get(i));
    }
    migrator.up();
    assertHolds(stations.get(migrations.size()), connection, "up again with rows");
    migrator.allowDataLoss().downTo(migrations.get(0).version());
    assertThrows(MigrationException.class, () -> migrator.down(1));
    migrator.allowDataLoss().down(1);
    assertHolds(stations.get(0), connection, "down to nothing");
    migrator.up();
    assertHolds(stations.get(migrations.size()), connection, "up again without rows");
  }

  private static void fill(Connection connection) {
    StoreSeed seed = StoreSeed.of(connection);
    seed.playlist(p -> p.tracks(seed.track()));
    seed.invoiceLine(
        l -> l.quantity(2).invoice(i -> i.customer(c -> c.supportRep(seed.employee()))));
  }

  private static void assertEndsAtSchemaSql(String dialect, Connection walked, Connection fresh)
      throws Exception {
    Migrator.of(walked).directory(ExampleStore.DB).up();
    Path script = ExampleStore.DB.resolve(dialect).resolve("schema.sql");
    try (Statement statement = fresh.createStatement()) {
      statement.executeUpdate(Files.readString(script));
    }
    assertHolds(read(fresh), walked, dialect);
  }

  private static Catalog read(Connection connection) throws SQLException {
    return CatalogReader.of(connection).read();
  }

  private static void assertHolds(Catalog expected, Connection connection, String when)
      throws SQLException {
    Catalog found = read(connection);
    assertEquals(
        List.of(),
        CatalogDifference.between(
            expected.schema(), found.schema(), CatalogReader.of(connection).dialect()),
        when);
    assertEquals(expected.unmodelled(), found.unmodelled(), when);
  }
}
