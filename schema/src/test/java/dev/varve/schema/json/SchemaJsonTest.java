package dev.varve.schema.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.schema.GoldenFile;
import dev.varve.schema.RichSchema;
import dev.varve.schema.Schema;
import org.junit.jupiter.api.Test;

class SchemaJsonTest {
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
