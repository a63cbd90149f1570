package dev.varve.conformance.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.Schema;
import dev.varve.schema.json.SchemaJson;
import dev.varve.schema.sql.SchemaScript;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the laws are tried with is itself in order: databases take the schemas and the rows. */
class SketchTest {
  private static final int PAIRS = Integer.getInteger("varve.laws.sketches", 40);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void databasesTakeSchemasAndRows(boolean postgresql) throws Exception {
    long first = Long.getLong("varve.seed", System.nanoTime());
    try (Engine engine = postgresql ? PostgresEngine.open() : SqliteEngine.open()) {
      for (long seed = first; seed < first + PAIRS; seed++) {
        Pair pair = Pair.of(seed);
        for (Sketch sketch : List.of(pair.from(), pair.to())) {
          try {
            take(engine, sketch, pair);
          } catch (Exception e) {
            String script = SchemaScript.create(sketch.schema(), engine.dialect);
            throw new AssertionError("-Dvarve.seed=" + seed + "\n" + script, e);
          }
        }
      }
    }
  }

  private static void take(Engine engine, Sketch sketch, Pair pair) throws Exception {
    engine.clear();
    engine.create(sketch.schema());
    Rows rows = new Rows(sketch, 4, pair.emptyEvery());
    engine.insert(rows.inserts(engine.dialect));
    engine.facts();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aSeedAlwaysGivesTheSamePair(long seed) {
    assertEquals(json(Pair.of(seed).from().schema()), json(Pair.of(seed).from().schema()));
    assertEquals(json(Pair.of(seed).to().schema()), json(Pair.of(seed).to().schema()));
  }

  private static String json(Schema schema) {
    return SchemaJson.write(schema);
  }
}
