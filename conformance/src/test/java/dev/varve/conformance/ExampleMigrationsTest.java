package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.example.store.StoreSeed;
import dev.varve.runtime.MigrationException;
import dev.varve.runtime.Migrator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example's first migration goes up, down and up again, and leaves nothing behind when down.
 */
class ExampleMigrationsTest {
  @Test
  void upDownUpOnPostgresql(@TempDir Path directory) throws Exception {
    try (Connection connection = Databases.postgresql()) {
      Migrator migrator =
          Migrator.of(connection).directory(ExampleStore.compile(directory)).allowDrafts();
      migrator.up();
      SortedSet<String> first = Catalog.of(connection);
      assertFalse(first.isEmpty());
      goDownWithRows(connection, migrator);
      assertEquals("", String.join("\n", Catalog.of(connection)));
      migrator.up();
      assertEquals(String.join("\n", first), String.join("\n", Catalog.of(connection)));
    }
  }

  @Test
  void upDownUpOnSqlite(@TempDir Path directory) throws Exception {
    try (Connection connection = Databases.sqlite()) {
      Migrator migrator =
          Migrator.of(connection).directory(ExampleStore.compile(directory)).allowDrafts();
      migrator.up();
      SortedSet<String> first = sqliteCatalog(connection);
      assertFalse(first.isEmpty());
      goDownWithRows(connection, migrator);
      assertEquals("", String.join("\n", sqliteCatalog(connection)));
      migrator.up();
      assertEquals(String.join("\n", first), String.join("\n", sqliteCatalog(connection)));
    }
  }

  /** Nothing is dropped while it holds rows, unless somebody says so. */
  private static void goDownWithRows(Connection connection, Migrator migrator) {
    StoreSeed seed = StoreSeed.of(connection);
    seed.playlist(p -> p.tracks(seed.track()));
    seed.invoiceLine();
    assertThrows(MigrationException.class, () -> migrator.down(1));
    migrator.allowDataLoss().down(1);
  }

  private static SortedSet<String> sqliteCatalog(Connection connection) throws SQLException {
    SortedSet<String> objects = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
                    + " AND tbl_name NOT IN ('sqlite_sequence', '_varve_migrations')")) {
      while (rows.next()) {
        objects.add(rows.getString(1));
      }
    }
    return objects;
  }
}
