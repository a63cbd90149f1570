package dev.varve.conformance.laws;

import dev.varve.schema.ColumnName;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Renames;
import java.util.Map;
import java.util.TreeMap;

/** What is only called otherwise in a later sketch, by the identities of its parts. */
final class RenamesOf {
  private RenamesOf() {}

  static Renames of(Sketch from, Sketch to) {
    Map<QualifiedName, QualifiedName> tables = new TreeMap<>();
    Map<ColumnName, String> columns = new TreeMap<>();
    for (TableSketch former : from.tables.values()) {
      TableSketch present = to.tables.get(former.id);
      if (present == null) {
        continue;
      }
      if (!present.name.equals(former.name)) {
        tables.put(former.name, present.name);
      }
      for (ColumnSketch column : former.columns) {
        if (present.has(column.id) && !present.column(column.id).name.equals(column.name)) {
          columns.put(new ColumnName(former.name, column.name), present.column(column.id).name);
        }
      }
    }
    Map<QualifiedName, QualifiedName> types = new TreeMap<>();
    Map<QualifiedName, Map<String, String>> values = new TreeMap<>();
    Schema before = from.schema();
    Schema after = to.schema();
    for (EnumSketch former : from.enums.values()) {
      EnumSketch present = to.enums.get(former.id);
      if (present == null || !isType(before, former) || !isType(after, present)) {
        continue;
      }
      QualifiedName name = SketchSchema.typeName(former);
      if (!SketchSchema.typeName(present).equals(name)) {
        if (!isShared(from, to, former.id)) {
          continue;
        }
        types.put(name, SketchSchema.typeName(present));
      }
      Map<String, String> renamed = new TreeMap<>();
      for (EnumSketch.Word word : former.words) {
        EnumSketch.Word now = present.word(word.id());
        if (now != null && !now.name().equals(word.name())) {
          renamed.put(word.name(), now.name());
        }
      }
      if (!renamed.isEmpty()) {
        values.put(name, renamed);
      }
    }
    return new Renames(tables, columns, types, values);
  }

  /** Whether a column has it before and after: else one type goes and another comes. */
  private static boolean isShared(Sketch from, Sketch to, int type) {
    for (TableSketch former : from.tables.values()) {
      TableSketch present = to.tables.get(former.id);
      for (ColumnSketch column : former.columns) {
        if (present != null
            && column.type.enumeration() == type
            && present.has(column.id)
            && present.column(column.id).type.enumeration() == type) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isType(Schema schema, EnumSketch type) {
    return schema.enumTypes().stream()
        .map(EnumType::name)
        .anyMatch(SketchSchema.typeName(type)::equals);
  }
}
