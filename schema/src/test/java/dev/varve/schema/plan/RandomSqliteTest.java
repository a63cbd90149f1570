package dev.varve.schema.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Dialect;
import dev.varve.schema.RandomSchemas;
import dev.varve.schema.Schema;
import dev.varve.schema.Seeds;
import dev.varve.schema.change.Differ;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.change.Renames;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From any schema to any other: what SQLite stores afterwards is what a new database would. */
class RandomSqliteTest {
  static LongStream seeds() {
    return Seeds.of(Integer.getInteger("varve.sqlite.pairs", 60));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void leadsThereAndBack(long seed) throws Exception {
    Schema from = RandomSchemas.of(seed);
    Schema to = RandomSchemas.of(seed + 1);
    for (Versions versions : List.of(Versions.OLDEST, new Versions(18, 3053))) {
      try (SqliteDatabase database = SqliteDatabase.with(from)) {
        List<String> before = database.stored();
        for (Migration migration : plan(from, to, versions)) {
          database.run(migration.up());
          assertStored(to, database.stored());
          database.run(migration.down());
          assertEquals(String.join("\n", before), String.join("\n", database.stored()));
        }
      }
    }
  }

  private static List<Migration> plan(Schema from, Schema to, Versions versions) {
    Evolution evolution =
        new Evolution(
            from,
            to,
            Renames.NONE,
            Map.of(),
            Map.of(),
            Map.of(),
            Differ.changes(from, to, Renames.NONE, Map.of()));
    return MigrationPlanner.plan(evolution, Dialect.SQLITE, versions);
  }

  private static void assertStored(Schema schema, List<String> stored) throws Exception {
    try (SqliteDatabase database = SqliteDatabase.with(schema)) {
      assertEquals(String.join("\n", database.stored()), String.join("\n", stored));
    }
  }
}
