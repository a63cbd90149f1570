package dev.varve.schema.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.GoldenFile;
import dev.varve.schema.RandomSchemas;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import dev.varve.schema.Seeds;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaJsonTest {
  static LongStream seeds() {
    return Seeds.of(200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsWhatItWrites(long seed) throws Exception {
    Schema schema = RandomSchemas.of(seed);
    String text = SchemaJson.write(schema);
    Schema read = SchemaJson.read(text);
    assertEquals(schema, read);
    assertEquals(text, SchemaJson.write(read));
  }

  @Test
  void writesOneThingALine() throws Exception {
    GoldenFile.assertHolds("rich.json", SchemaJson.write(RichSchema.get()));
  }

  @Test
  void readsWhatItWrites() throws Exception {
    assertEquals(RichSchema.get(), SchemaJson.read(SchemaJson.write(RichSchema.get())));
    assertEquals(Schema.EMPTY, SchemaJson.read(SchemaJson.write(Schema.EMPTY)));
  }
}
