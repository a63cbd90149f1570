package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey.Action;
import dev.varve.schema.Schema;
import dev.varve.schema.sql.SchemaScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Makes a sketch one that the processor would accept, after parts of it have been added, changed or
 * taken away at random: what refers to nothing goes, what contradicts itself is changed.
 */
final class Repair {
  private final Sketch sketch;

  private Repair(Sketch sketch) {
    this.sketch = sketch;
  }

  /** Repairs it; false if that's not possible. */
  static boolean repair(Sketch sketch) {
    Repair repair = new Repair(sketch);
    sketch.tables.values().forEach(repair::columns);
    sketch.tables.values().removeIf(table -> table.key.isEmpty());
    repair.references();
    repair.takeTypes();
    sketch.tables.values().forEach(repair::parts);
    sketch.tables.values().forEach(repair::actions);
    repair.breakCycles();
    repair.forgetEnums();
    if (sketch.tables.isEmpty()) {
      return false;
    }
    Schema schema = sketch.schema();
    for (Dialect dialect : Dialect.values()) {
      if (!SchemaScript.clashes(schema, dialect).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Keys are there and NOT NULL, computed columns have what they're computed of. */
  private void columns(TableSketch table) {
    table.columns.removeIf(column -> !isComputable(table, column));
    table.key.removeIf(id -> !table.has(id) || table.column(id).isComputed());
    for (ColumnSketch column : table.columns) {
      if (isVirtual(column) && isOfOwnType(table, column)) {
        column.source =
            new SourceSketch.Computed(((SourceSketch.Computed) column.source).expression(), true);
      }
      if (table.isKey(column.id)) {
        column.nullable = false;
      }
      if (column.source instanceof SourceSketch.RandomUuid
          && !column.type.equals(TypeSketch.of(dev.varve.schema.ColumnType.Simple.UUID))) {
        column.source = SourceSketch.GIVEN;
      }
    }
  }

  private static boolean isComputable(TableSketch table, ColumnSketch column) {
    return !(column.source instanceof SourceSketch.Computed computed)
        || holds(table, computed.expression());
  }

  /** Whether a template's columns are there, are what it needs and aren't computed. */
  private static boolean holds(TableSketch table, Template template) {
    for (int id : template.columns()) {
      if (!table.has(id)
          || template.family() != Family.OTHER
              && !Growth.isPlain(table.column(id), template.family())) {
        return false;
      }
    }
    return true;
  }

  private void references() {
    for (TableSketch table : sketch.tables.values()) {
      Set<Integer> used = new HashSet<>();
      List<Parts.Reference> kept = new ArrayList<>();
      for (Parts.Reference reference : table.references) {
        TableSketch target = sketch.tables.get(reference.target());
        boolean whole =
            target != null
                && target.key.size() == reference.columns().size()
                && table.columns.stream()
                        .filter(column -> reference.columns().contains(column.id))
                        .filter(column -> !column.isComputed())
                        .filter(column -> !(column.source instanceof SourceSketch.Identity))
                        .count()
                    == reference.columns().size()
                && reference.columns().stream().noneMatch(used::contains)
                && !(inKey(table, reference) && leadsTo(target, table, new HashSet<>()));
        if (whole) {
          kept.add(reference);
          used.addAll(reference.columns());
        }
      }
      table.references = kept;
    }
  }

  private static boolean inKey(TableSketch table, Parts.Reference reference) {
    return reference.columns().stream().anyMatch(table::isKey);
  }

  /** Whether the key of {@code from} is made of that of {@code to}. */
  private boolean leadsTo(TableSketch from, TableSketch to, Set<Integer> seen) {
    if (from == to) {
      return true;
    }
    return seen.add(from.id)
        && from.references.stream()
            .filter(reference -> inKey(from, reference))
            .map(reference -> sketch.tables.get(reference.target()))
            .anyMatch(next -> next != null && leadsTo(next, to, seen));
  }

  /** A foreign key has the types of the key that it refers to. */
  private void takeTypes() {
    for (int i = 0; i < sketch.tables.size(); i++) {
      for (TableSketch table : sketch.tables.values()) {
        for (Parts.Reference reference : table.references) {
          TableSketch target = sketch.tables.get(reference.target());
          for (int c = 0; c < target.key.size(); c++) {
            ColumnSketch from = table.column(reference.columns().get(c));
            ColumnSketch to = target.column(target.key.get(c));
            from.type = to.type;
            from.sqlType.clear();
            from.sqlType.putAll(to.sqlType);
            if (from.source instanceof SourceSketch.RandomUuid) {
              from.source = SourceSketch.GIVEN;
            }
          }
        }
      }
    }
  }

  private void parts(TableSketch table) {
    columns(table);
    Set<Object> seen = new HashSet<>();
    seen.add(new HashSet<>(table.key));
    table.uniques.removeIf(
        unique ->
            !table.columns.stream().map(c -> c.id).toList().containsAll(unique.columns())
                || unique.columns().stream().anyMatch(id -> table.column(id).isComputed())
                || !seen.add(new HashSet<>(unique.columns())));
    table.checks.removeIf(
        check ->
            !holds(table, check.condition())
                || check.column() != 0 && !check.condition().columns().contains(check.column()));
    table.indexes.removeIf(index -> !isPossible(table, index));
    Set<Object> same = new HashSet<>();
    table.indexes.removeIf(
        index ->
            !same.add(
                List.of(
                    index.parts(),
                    index.unique(),
                    index.method(),
                    index.include(),
                    index.where() == null ? "" : index.where())));
  }

  private static boolean isPossible(TableSketch table, Parts.Index index) {
    if (!index.columns().stream().allMatch(table::has)
        || index.columns().stream().anyMatch(id -> isVirtual(table.column(id)))
        || index.where() != null && !holds(table, index.where())
        || index.unique()
            && index.columns().stream().anyMatch(id -> table.column(id).isComputed())) {
      return false;
    }
    for (Parts.Part part : index.parts()) {
      if (part.column() == 0 ? !holds(table, part.expression()) : !isKnown(table, index, part)) {
        return false;
      }
    }
    return true;
  }

  /** PostgreSQL computes only from its own types what isn't stored. */
  private static boolean isOfOwnType(TableSketch table, ColumnSketch column) {
    return ((SourceSketch.Computed) column.source)
        .expression().columns().stream()
            .map(table::column)
            .anyMatch(one -> one.type.isEnum() || !one.sqlType.isEmpty());
  }

  /** PostgreSQL has no indexes of what isn't stored. */
  private static boolean isVirtual(ColumnSketch column) {
    return column.source instanceof SourceSketch.Computed computed && !computed.stored();
  }

  private static boolean isKnown(TableSketch table, Parts.Index index, Parts.Part part) {
    Family family = table.column(part.column()).type.family();
    boolean gin = index.method().equals("gin");
    return !gin || family == Family.LIST || family == Family.JSON;
  }

  private void actions(TableSketch table) {
    table.references.replaceAll(
        reference -> {
          boolean nullable = reference.columns().stream().allMatch(id -> table.column(id).nullable);
          boolean byDefault =
              reference.columns().stream()
                  .allMatch(id -> table.column(id).source instanceof SourceSketch.Default);
          BiPredicate<Action, Boolean> bad =
              (action, any) ->
                  action == Action.SET_NULL && !nullable
                      || action == Action.SET_DEFAULT && !byDefault;
          return reference.with(
              bad.test(reference.onDelete(), true) ? Action.NO_ACTION : reference.onDelete(),
              bad.test(reference.onUpdate(), true) ? Action.NO_ACTION : reference.onUpdate());
        });
  }

  /** No two tables may need a row of each other first. */
  private void breakCycles() {
    for (TableSketch table : sketch.tables.values()) {
      for (int i = 0; i < table.references.size(); i++) {
        Parts.Reference reference = table.references.get(i);
        TableSketch target = sketch.tables.get(reference.target());
        if (isRequired(table, reference) && needs(target, table, new HashSet<>())) {
          table.references.set(i, reference.with(true));
        }
      }
    }
  }

  private boolean needs(TableSketch from, TableSketch to, Set<Integer> seen) {
    if (from == to) {
      return true;
    }
    return seen.add(from.id)
        && from.references.stream()
            .filter(reference -> isRequired(from, reference))
            .map(reference -> sketch.tables.get(reference.target()))
            .anyMatch(next -> needs(next, to, seen));
  }

  private static boolean isRequired(TableSketch table, Parts.Reference reference) {
    return !reference.deferrable()
        && reference.target() != table.id
        && reference.columns().stream().noneMatch(id -> table.column(id).nullable);
  }

  private void forgetEnums() {
    Set<Integer> used = new HashSet<>();
    for (TableSketch table : sketch.tables.values()) {
      table.columns.forEach(column -> used.add(column.type.enumeration()));
    }
    sketch.enums.keySet().retainAll(used);
  }
}
