package dev.varve.processor.write;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.json.SchemaJson;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A schema and the texts that follow from it.
 *
 * <p>They are made by other threads, while javac goes on with what else it has to do: in a compiler
 * that has just been started this code is slow, and for a thousand records that is noticed.
 */
final class Rendering {
  private final Schema schema;
  private final CompletableFuture<String> json;
  private final Map<Dialect, CompletableFuture<Scripts>> scripts = new EnumMap<>(Dialect.class);

  /** Starts to render {@code schema}. */
  Rendering(Schema schema, Set<Dialect> dialects) {
    this.schema = schema;
    for (Dialect dialect : dialects) {
      scripts.put(dialect, CompletableFuture.supplyAsync(() -> Scripts.of(schema, dialect)));
    }
    this.json = CompletableFuture.supplyAsync(() -> SchemaJson.write(schema));
  }

  Schema schema() {
    return schema;
  }

  /** Waits for the JSON. */
  String json() {
    return json.join();
  }

  /** Waits for the SQL of one of the dialects. */
  Scripts scripts(Dialect dialect) {
    return scripts.get(dialect).join();
  }
}
