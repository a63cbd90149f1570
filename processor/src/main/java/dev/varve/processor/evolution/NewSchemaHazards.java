package dev.varve.processor.evolution;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.plan.Hazard;
import dev.varve.schema.plan.SchemaHazards;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what may go wrong with tables as they are, as far as it isn't sealed already. */
final class NewSchemaHazards {
  private NewSchemaHazards() {}

  /** The hazards of tables that are new or differ, which they didn't have before. */
  static Set<Hazard> of(Evolution evolution, Set<Dialect> dialects) {
    Schema before = without(evolution.from(), evolution.to());
    Schema after = without(evolution.to(), evolution.from());
    Set<Hazard> hazards = new LinkedHashSet<>();
    for (Dialect dialect : dialects) {
      hazards.addAll(SchemaHazards.of(after, dialect));
      SchemaHazards.of(before, dialect).forEach(hazards::remove);
    }
    return hazards;
  }

  /** The tables of a schema that another doesn't have just so. */
  private static Schema without(Schema schema, Schema other) {
    Set<Table> same = new HashSet<>(other.tables());
    List<Table> tables = new ArrayList<>();
    for (Table table : schema.tables()) {
      if (!same.contains(table)) {
        tables.add(table);
      }
    }
    return new Schema(schema.enumTypes(), tables);
  }
}
