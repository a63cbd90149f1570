package dev.varve.project;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Agreements;
import dev.varve.schema.change.Comparison;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.change.Renames;
import dev.varve.schema.plan.Versions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a directory was found to hold, and what follows from that.
 *
 * @param stored what it holds
 * @param schema what the records say now
 * @param comparison of what is sealed with what they say; empty if nothing is sealed, so that
 *     everything is in drafts
 * @param rendering the texts to write, of use only where there are no questions
 */
record Outlook(
    StoredDatabase stored, Schema schema, Optional<Comparison> comparison, Rendering rendering) {
  /** Compares, and starts to render what follows. */
  static Outlook of(
      Layout layout, StoredDatabase stored, Schema schema, Agreed agreed, Versions versions)
      throws FileProblem {
    Optional<Comparison> comparison = compare(stored, schema, agreed);
    if (comparison.isPresent() && !comparison.get().questions().isEmpty()) {
      refuseUnknown(layout, stored);
    }
    return new Outlook(
        stored, schema, comparison, new Rendering(schema, ways(stored, comparison), versions));
  }

  /** Whether it follows from the same. */
  boolean isFor(StoredDatabase other, Schema otherSchema) {
    return schema.equals(otherSchema)
        && stored.snapshot().equals(other.snapshot())
        && stored.unsealed().equals(other.unsealed());
  }

  /** The same with what is stored now. */
  Outlook with(StoredDatabase other) {
    return new Outlook(other, schema, comparison, rendering);
  }

  private static Optional<Comparison> compare(StoredDatabase stored, Schema schema, Agreed agreed) {
    if (!stored.hasHistory()) {
      return Optional.empty();
    }
    Agreements agreements = agreed.on(stored.snapshot(), schema);
    return Optional.of(
        stored.snapshot().equals(schema) && saysNothing(agreements)
            ? unchanged(schema)
            : Comparison.of(stored.snapshot(), schema, agreements));
  }

  private static Comparison unchanged(Schema schema) {
    Evolution none =
        new Evolution(schema, schema, Renames.NONE, Map.of(), Map.of(), Map.of(), List.of());
    return new Comparison(none, List.of(), Agreements.NONE);
  }

  private static boolean saysNothing(Agreements agreements) {
    return agreements.renamedTables().isEmpty()
        && agreements.renamedColumns().isEmpty()
        && agreements.renamedValues().isEmpty()
        && agreements.removedTables().isEmpty()
        && agreements.removedColumns().isEmpty()
        && agreements.removedValues().isEmpty()
        && agreements.backfills().isEmpty();
  }

  /** Scripts that nobody knows come first: they may hold what the questions are about. */
  private static void refuseUnknown(Layout layout, StoredDatabase stored) throws FileProblem {
    for (Map.Entry<Dialect, StoredMigrations> one : stored.migrations().entrySet()) {
      List<String> files = List.copyOf(one.getValue().unknownScripts());
      if (!files.isEmpty()) {
        throw StoredChecks.unknown(layout, one.getKey(), files);
      }
    }
  }

  /** A dialect without sealed migrations, perhaps a new one, begins with the whole schema. */
  private static Map<Dialect, Optional<Evolution>> ways(
      StoredDatabase stored, Optional<Comparison> comparison) {
    Map<Dialect, Optional<Evolution>> ways = new EnumMap<>(Dialect.class);
    for (Map.Entry<Dialect, StoredMigrations> one : stored.migrations().entrySet()) {
      boolean begins = one.getValue().sealed().isEmpty();
      ways.put(one.getKey(), begins ? Optional.empty() : comparison.map(Comparison::evolution));
    }
    return ways;
  }

  /** How each dialect's schema follows from its sealed migrations; empty: there are none. */
  Map<Dialect, Optional<Evolution>> ways() {
    return ways(stored, comparison);
  }

  /** Whether anything is to be answered before anything can be written. */
  boolean hasQuestions() {
    return comparison.isPresent() && !comparison.get().questions().isEmpty();
  }
}
