package dev.varve.conformance.laws;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.change.Agreements;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person would have to write on the records of {@code to}, coming from {@code from}. */
final class AgreementsOf {
  private final Sketch from;
  private final Sketch to;
  private final Map<QualifiedName, List<String>> renamedTables = new HashMap<>();
  private final Map<ColumnName, List<String>> renamedColumns = new HashMap<>();
  private final Map<String, Map<String, String>> renamedValues = new HashMap<>();
  private final Set<String> removedTables = new HashSet<>();
  private final Set<ColumnName> removedColumns = new HashSet<>();
  private final Map<String, Map<String, String>> removedValues = new HashMap<>();
  private final Map<ColumnName, Sql> backfills = new HashMap<>();
  private final Map<ColumnName, String> irreversible = new HashMap<>();
  private final Map<ColumnName, String> enums = new HashMap<>();

  private AgreementsOf(Sketch from, Sketch to) {
    this.from = from;
    this.to = to;
  }

  static Agreements of(Sketch from, Sketch to) {
    AgreementsOf agreements = new AgreementsOf(from, to);
    from.tables.values().forEach(agreements::formerTable);
    to.tables.values().forEach(agreements::presentTable);
    to.enums.values().forEach(agreements::enumeration);
    return new Agreements(
        agreements.renamedTables,
        agreements.renamedColumns,
        agreements.renamedValues,
        agreements.removedTables,
        agreements.removedColumns,
        agreements.removedValues,
        agreements.backfills,
        agreements.irreversible,
        agreements.enums);
  }

  private void formerTable(TableSketch former) {
    TableSketch present = to.tables.get(former.id);
    if (present == null) {
      removedTables.add(former.name.toString());
      return;
    }
    for (ColumnSketch column : former.columns) {
      boolean isLost =
          !present.has(column.id) || present.column(column.id).isComputed() && !column.isComputed();
      if (isLost) {
        removedColumns.add(new ColumnName(present.name, column.name));
      }
      if (!present.has(column.id)) {
        continue;
      }
      if (!present.column(column.id).name.equals(column.name)) {
        renamedColumns.put(
            new ColumnName(present.name, present.column(column.id).name), List.of(column.name));
      }
    }
    if (!present.name.equals(former.name)) {
      renamedTables.put(present.name, List.of(former.name.toString()));
    }
  }

  private void presentTable(TableSketch present) {
    for (ColumnSketch column : present.columns) {
      ColumnName name = new ColumnName(present.name, column.name);
      if (column.backfill != null) {
        backfills.put(name, column.backfill.sql(present));
      }
      if (!column.irreversible.isEmpty()) {
        irreversible.put(name, column.irreversible);
      }
      if (column.type.isEnum()) {
        enums.put(name, to.enums.get(column.type.enumeration()).origin());
      }
    }
  }

  private void enumeration(EnumSketch present) {
    EnumSketch former = from.enums.get(present.id);
    if (former == null) {
      return;
    }
    Map<String, String> renamed = new HashMap<>();
    Map<String, String> removed = new HashMap<>();
    for (EnumSketch.Word word : former.words) {
      EnumSketch.Word now = present.word(word.id());
      if (now == null) {
        Integer other = to.replacements.get(word.id());
        EnumSketch.Word replacement = other == null ? null : present.word(other);
        removed.put(word.name(), replacement == null ? "" : replacement.name());
      } else if (!now.name().equals(word.name())) {
        renamed.put(now.name(), word.name());
      }
    }
    if (!renamed.isEmpty()) {
      renamedValues.put(present.origin(), renamed);
    }
    if (!removed.isEmpty()) {
      removedValues.put(present.origin(), removed);
    }
  }
}
