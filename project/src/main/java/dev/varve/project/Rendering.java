package dev.varve.project;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.json.SchemaJson;
import dev.varve.schema.plan.Hazard;
import dev.varve.schema.plan.Versions;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The texts that follow from a schema, and from how it came about.
 *
 * <p>They are made by other threads, while javac goes on with what else it has to do: in a compiler
 * that has just been started this code is slow, and for a thousand records that is noticed.
 */
final class Rendering {
  private final CompletableFuture<String> json;
  private final Map<Dialect, CompletableFuture<Scripts>> scripts = new EnumMap<>(Dialect.class);

  /**
   * Starts to render {@code schema}.
   *
   * @param ways for each dialect how the schema follows from the sealed migrations; empty: there
   *     are none
   */
  Rendering(Schema schema, Map<Dialect, Optional<Evolution>> ways, Versions versions) {
    for (Map.Entry<Dialect, Optional<Evolution>> way : ways.entrySet()) {
      Dialect dialect = way.getKey();
      scripts.put(
          dialect,
          CompletableFuture.supplyAsync(
              () ->
                  way.getValue()
                      .map(evolution -> Scripts.later(evolution, dialect, versions))
                      .orElseGet(() -> Scripts.first(schema, dialect))));
    }
    this.json = CompletableFuture.supplyAsync(() -> SchemaJson.write(schema));
  }

  /** Waits for the JSON. */
  String json() {
    return json.join();
  }

  /** Waits for the SQL of one of the dialects. */
  Scripts scripts(Dialect dialect) {
    return scripts.get(dialect).join();
  }

  /** Waits for all migrations: what may go wrong with them, each thing once. */
  Set<Hazard> hazards() {
    Set<Hazard> hazards = new LinkedHashSet<>();
    for (CompletableFuture<Scripts> one : scripts.values()) {
      hazards.addAll(one.join().hazards());
    }
    return hazards;
  }
}
