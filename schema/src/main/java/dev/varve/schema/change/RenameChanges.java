package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameEnum;
import dev.varve.schema.change.Change.RenameEnumValue;
import dev.varve.schema.change.Change.RenameTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Renames of types, values, tables and columns as changes in order. */
final class RenameChanges {
  private final Schema from;
  private final Schema to;
  private final Renames renames;
  private final List<Change> changes = new ArrayList<>();

  private RenameChanges(Schema from, Schema to, Renames renames) {
    this.from = from;
    this.to = to;
    this.renames = renames;
  }

  static List<Change> of(Schema from, Schema to, Renames renames) {
    RenameChanges found = new RenameChanges(from, to, renames);
    if (!renames.enumTypes().isEmpty()) {
      found.types();
    }
    if (!renames.enumValues().isEmpty()) {
      found.values();
    }
    if (!renames.tables().isEmpty()) {
      found.tables();
    }
    if (!renames.columns().isEmpty()) {
      found.columns();
    }
    return found.changes;
  }

  private void types() {
    Set<QualifiedName> there = new HashSet<>();
    Set<QualifiedName> all = new HashSet<>();
    for (EnumType type : from.enumTypes()) {
      there.add(type.name());
    }
    for (EnumType type : to.enumTypes()) {
      all.add(type.name());
    }
    all.addAll(there);
    RenameOrder.of(
        renames.enumTypes(),
        there,
        spare(all),
        (old, name) -> changes.add(new RenameEnum(old, name)));
  }

  private void values() {
    for (EnumType type : from.enumTypes()) {
      Map<String, String> values = renames.enumValues().get(type.name());
      if (values != null) {
        QualifiedName name = renames.enumType(type.name());
        Set<String> taken = new HashSet<>(type.values());
        taken.addAll(values.values());
        RenameOrder.of(
            new TreeMap<>(values),
            new HashSet<>(type.values()),
            new SpareNames(taken)::of,
            (old, value) -> changes.add(new RenameEnumValue(name, old, value)));
      }
    }
  }

  private void tables() {
    Set<QualifiedName> there = new HashSet<>();
    Set<QualifiedName> all = new HashSet<>();
    for (Table table : from.tables()) {
      there.add(table.name());
    }
    for (Table table : to.tables()) {
      all.add(table.name());
    }
    all.addAll(there);
    RenameOrder.of(
        renames.tables(),
        there,
        spare(all),
        (old, name) -> changes.add(new RenameTable(old, name)));
  }

  private void columns() {
    Map<QualifiedName, Map<String, String>> byTable = new LinkedHashMap<>();
    for (Map.Entry<ColumnName, String> column : renames.columns().entrySet()) {
      byTable
          .computeIfAbsent(column.getKey().table(), table -> new LinkedHashMap<>())
          .put(column.getKey().column(), column.getValue());
    }
    Map<QualifiedName, Table> present = new HashMap<>();
    for (Table table : to.tables()) {
      present.put(table.name(), table);
    }
    for (Table table : from.tables()) {
      Map<String, String> columns = byTable.get(table.name());
      if (columns != null) {
        columns(table, present.get(renames.table(table.name())), columns);
      }
    }
  }

  private void columns(Table former, Table present, Map<String, String> columns) {
    Set<String> there = names(former);
    Set<String> taken = names(present);
    taken.addAll(there);
    RenameOrder.of(
        columns,
        there,
        new SpareNames(taken)::of,
        (old, name) -> changes.add(new RenameColumn(present.name(), old, name)));
  }

  private static Set<String> names(Table table) {
    Set<String> names = new HashSet<>();
    for (Column column : table.columns()) {
      names.add(column.name());
    }
    return names;
  }

  private static UnaryOperator<QualifiedName> spare(Set<QualifiedName> taken) {
    Set<String> names = new HashSet<>();
    for (QualifiedName name : taken) {
      names.add(name.name());
    }
    SpareNames spare = new SpareNames(names);
    return name -> new QualifiedName(name.schema(), spare.of(name.name()));
  }
}
