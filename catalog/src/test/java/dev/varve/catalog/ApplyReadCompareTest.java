package dev.varve.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.schema.Dialect;
import dev.varve.schema.RandomSchemas;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import dev.varve.schema.Seeds;
import dev.varve.schema.sql.PhysicalSchema;
import dev.varve.schema.sql.SchemaScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a script makes is what the model asks for, and can be made again from what is read. */
class ApplyReadCompareTest {
  static LongStream seeds() {
    return Seeds.of(60);
  }

  @Test
  void theRichSchemaOnPostgres() throws SQLException {
    try (Connection connection = Databases.postgres()) {
      connection.setAutoCommit(false);
      assertHolds(connection, RichSchema.get(), RichSchema.get());
      connection.rollback();
    }
  }

  @Test
  void theRichSchemaOnSqlite() throws SQLException {
    try (Connection connection = Databases.sqlite()) {
      assertHolds(connection, RichSchema.get(), RichSchema.get());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anySchemaOnPostgres(long seed) throws SQLException {
    Schema schema = RandomSchemas.of(seed);
    try (Connection connection = Databases.postgres()) {
      String script = SchemaScript.create(schema, Dialect.POSTGRESQL);
      assumeTrue(Databases.has(connection, script), "the server has no virtual columns");
      connection.setAutoCommit(false);
      assertHolds(connection, schema, schema);
      connection.rollback();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anySchemaOnSqlite(long seed) throws SQLException {
    Schema schema = RandomSchemas.of(seed);
    try (Connection connection = Databases.sqlite()) {
      assertHolds(connection, schema, schema);
    }
    try (Connection connection = Databases.sqlite()) {
      assertHolds(connection, PhysicalSchema.of(schema, Dialect.SQLITE), schema);
    }
  }

  /** Both before anything is there, when types are still missing, and afterwards. */
  private static void assertHolds(Connection connection, Schema applied, Schema model)
      throws SQLException {
    CatalogReader reader = CatalogReader.of(connection);
    Schema before = reader.expected(model);
    assertEquals(new Catalog(Schema.EMPTY, List.of()), reader.readFor(model));
    Databases.run(connection, SchemaScript.create(applied, reader.dialect()));
    Catalog found = reader.readFor(model);
    Schema expected = reader.expected(model);
    assertEquals(List.of(), CatalogDifference.between(expected, found.schema(), reader.dialect()));
    assertEquals(List.of(), found.unmodelled());
    assertEquals(List.of(), CatalogDifference.between(before, expected, reader.dialect()));
    assertEquals(found, reader.readFor(model), "nothing is left behind");
    Databases.run(connection, SchemaScript.drop(model, reader.dialect()));
    Databases.run(connection, SchemaScript.create(found.schema(), reader.dialect()));
    assertEquals(
        List.of(),
        CatalogDifference.between(found.schema(), reader.readFor(model).schema(), reader.dialect()),
        "made again from what was read");
  }
}
