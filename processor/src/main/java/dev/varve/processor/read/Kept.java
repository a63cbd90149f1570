package dev.varve.processor.read;

import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of entities that aren't in this compilation. */
final class Kept {
  private final Schema schema;
  private final Map<String, Table> byOrigin = new HashMap<>();

  Kept(Schema schema) {
    this.schema = schema;
    for (Table table : schema.tables()) {
      byOrigin.put(table.origin(), table);
    }
  }

  Schema schema() {
    return schema;
  }

  /** The table of the record with that binary name, or null. */
  @Nullable Table table(String binaryName) {
    return byOrigin.get(binaryName);
  }
}
