package dev.varve.conformance.laws;

import dev.varve.schema.Schema;
import java.util.Map;
import java.util.TreeMap;

/** A schema whose tables, columns, constants and constraints have identities. */
final class Sketch {
  final Map<Integer, EnumSketch> enums = new TreeMap<>();
  final Map<Integer, TableSketch> tables = new TreeMap<>();

  /** For a constant that is gone, what rows get instead; on the way here. */
  final Map<Integer, Integer> replacements = new TreeMap<>();

  private int lastId;

  Sketch copy() {
    Sketch copy = new Sketch();
    copy.lastId = lastId;
    enums.forEach((id, one) -> copy.enums.put(id, one.copy()));
    tables.forEach((id, one) -> copy.tables.put(id, one.copy()));
    copy.replacements.putAll(replacements);
    return copy;
  }

  /** An identity that nothing has, here or in what this was copied from. */
  int newId() {
    return ++lastId;
  }

  TableSketch add(TableSketch table) {
    tables.put(table.id, table);
    return table;
  }

  Schema schema() {
    return new SketchSchema(this).schema();
  }
}
