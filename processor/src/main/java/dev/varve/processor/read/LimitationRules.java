package dev.varve.processor.read;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Schema;
import dev.varve.schema.sql.Limitation;
import dev.varve.schema.sql.SchemaScript;
import java.util.List;
import java.util.Set;

/** Warns of what records ask for and a dialect can't express. */
final class LimitationRules {
  private final Set<Dialect> dialects;
  private final Problems problems;

  LimitationRules(Set<Dialect> dialects, Problems problems) {
    this.dialects = dialects;
    this.problems = problems;
  }

  /** Checks a schema without errors. */
  void check(List<TableDraft> drafts, List<Placed<EnumType>> enums, Schema schema) {
    for (Dialect dialect : dialects) {
      List<Limitation> limitations = SchemaScript.limitations(schema, dialect);
      if (!limitations.isEmpty()) {
        ObjectPlaces places = new ObjectPlaces(drafts, enums);
        for (Limitation limitation : limitations) {
          report(limitation, places);
        }
      }
    }
  }

  private void report(Limitation limitation, ObjectPlaces places) {
    Place place = places.of(limitation.table(), limitation.object());
    if (place != null) {
      String object = limitation.object().isEmpty() ? "" : '.' + limitation.object();
      problems.add(
          Message.DIALECT_GOES_WITHOUT, place, limitation.table() + object, limitation.sentence());
    }
  }
}
