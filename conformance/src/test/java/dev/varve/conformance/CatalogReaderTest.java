package dev.varve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.catalog.Catalog;
import dev.varve.catalog.CatalogDifference;
import dev.varve.catalog.CatalogReader;
import dev.varve.runtime.Migrator;
import dev.varve.schema.Schema;
import dev.varve.schema.json.SchemaJson;
import dev.varve.schema.sql.SchemaScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the migrations make is what the records say, by the catalog of the engine itself. */
class CatalogReaderTest {
  @Test
  void theExampleIsWhatItsRecordsSay() throws Exception {
    assertIsItsModel(ExampleStore.DB, "the example");
  }

  @Test
  void everyJavaTypeIsWhatTheRecordsSay() throws Exception {
    assertIsItsModel(Project.ROOT.resolve("conformance/target/types-db"), "the types");
  }

  private static void assertIsItsModel(Path db, String what) throws Exception {
    Schema model = SchemaJson.read(Files.readString(db.resolve("model.json")));
    try (Connection postgres = Databases.postgresql();
        Connection sqlite = Databases.sqlite()) {
      for (Connection connection : List.of(postgres, sqlite)) {
        Migrator.of(connection).directory(db).allowDrafts().up();
        CatalogReader reader = CatalogReader.of(connection);
        Catalog catalog = reader.readFor(model);
        assertEquals(
            List.of(),
            CatalogDifference.between(reader.expected(model), catalog.schema(), reader.dialect()),
            what);
        assertEquals(List.of(), catalog.unmodelled(), what);
      }
    }
  }

  /** A schema that others wrote: what is read can be made again. */
  @Test
  void chinookIsReadWhole() throws Exception {
    assumeTrue(Chinook.isPresent(), "skipped: no Chinook data in " + Chinook.DIRECTORY);
    try (Connection theirs = Databases.postgresql();
        Connection copy = Databases.postgresql()) {
      run(theirs, Chinook.script());
      CatalogReader reader = CatalogReader.of(theirs);
      Catalog catalog = reader.read();
      assertEquals(List.of(), catalog.unmodelled());
      assertEquals(Chinook.TABLES.size(), catalog.schema().tables().size());
      run(copy, SchemaScript.create(catalog.schema(), reader.dialect()));
      assertEquals(catalog, CatalogReader.of(copy).read());
    }
  }

  private static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }
}
