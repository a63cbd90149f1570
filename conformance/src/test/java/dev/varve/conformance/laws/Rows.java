package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import dev.varve.schema.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows for all tables of a sketch that its constraints allow.
 *
 * <p>All tables have as many rows, but for some that have none. A foreign key refers to the row of
 * the same number where rows must differ in it, else to some row: so whatever is unique stays so.
 */
final class Rows {
  /** Between the rows that are there and one that comes later. */
  private static final int GAP = 50;

  private final Sketch sketch;
  private final int count;
  private final Set<Integer> empty = new TreeSet<>();
  private final Values values;

  Rows(Sketch sketch, int count, int emptyEvery) {
    this.sketch = sketch;
    this.count = count;
    this.values = new Values(sketch);
    sketch.tables.keySet().stream().filter(id -> id % emptyEvery == 0).forEach(empty::add);
    for (int i = 0; i < sketch.tables.size(); i++) {
      sketch.tables.values().stream()
          .filter(this::needsEmpty)
          .forEach(table -> empty.add(table.id));
    }
  }

  private boolean needsEmpty(TableSketch table) {
    return table.references.stream()
        .anyMatch(
            reference ->
                empty.contains(reference.target())
                    && reference.columns().stream().noneMatch(id -> table.column(id).nullable));
  }

  int count(TableSketch table) {
    return empty.contains(table.id) ? 0 : count;
  }

  /** The INSERT statements; foreign keys must not be checked between them. */
  List<String> inserts(Dialect dialect) {
    List<String> inserts = new ArrayList<>();
    for (TableSketch table : sketch.tables.values()) {
      if (count(table) > 0) {
        insert(table, 0, count, false, dialect, inserts);
      }
    }
    return inserts;
  }

  /** One row more for each table; what it refers to isn't there. */
  List<String> oneMore(Dialect dialect) {
    List<String> inserts = new ArrayList<>();
    for (TableSketch table : sketch.tables.values()) {
      insert(table, count + GAP, count + GAP + 1, false, dialect, inserts);
    }
    return inserts;
  }

  /** One row more for each table, which refer to each other; keys are given, not counted. */
  List<String> later(Dialect dialect) {
    List<String> inserts = new ArrayList<>();
    for (TableSketch table : sketch.tables.values()) {
      insert(table, count + GAP, count + GAP + 1, true, dialect, inserts);
    }
    return inserts;
  }

  private void insert(
      TableSketch table,
      int first,
      int end,
      boolean withKeys,
      Dialect dialect,
      List<String> inserts) {
    Identifiers names = Identifiers.of(dialect);
    List<ColumnSketch> columns =
        table.columns.stream()
            .filter(column -> withKeys ? !column.isComputed() : isGiven(table, column, dialect))
            .toList();
    String into = "INSERT INTO " + names.quoted(table.name);
    if (columns.isEmpty()) {
      for (int row = first; row < end; row++) {
        inserts.add(into + " DEFAULT VALUES");
      }
      return;
    }
    List<String> rows = new ArrayList<>();
    for (int row = first; row < end; row++) {
      int number = row;
      rows.add(
          columns.stream()
              .map(column -> value(table, column, number, dialect))
              .toList()
              .toString()
              .transform(list -> '(' + list.substring(1, list.length() - 1) + ')'));
    }
    String list =
        String.join(", ", columns.stream().map(column -> names.quoted(column.name)).toList());
    inserts.add(into + " (" + list + ") VALUES " + String.join(", ", rows));
  }

  /** PostgreSQL counts all identities, SQLite the one that is the key. */
  private static boolean isGiven(TableSketch table, ColumnSketch column, Dialect dialect) {
    boolean counted =
        column.source instanceof SourceSketch.Identity
            && (dialect == Dialect.POSTGRESQL || table.key.equals(List.of(column.id)));
    return !column.isComputed() && !counted;
  }

  private String value(TableSketch table, ColumnSketch column, int row, Dialect dialect) {
    Parts.Reference reference = table.reference(column.id);
    if (reference != null) {
      return referring(table, column, reference, row, dialect);
    }
    if (column.source instanceof SourceSketch.Identity) {
      return "" + (row + 1);
    }
    boolean isNull = column.nullable && (row * 3 + column.id) % 5 == 0;
    return isNull ? "NULL" : values.literal(column, 1 + column.id * 7 % 40 + row, dialect);
  }

  private String referring(
      TableSketch table, ColumnSketch column, Parts.Reference reference, int row, Dialect dialect) {
    boolean nullable = reference.columns().stream().allMatch(id -> table.column(id).nullable);
    boolean some = reference.columns().stream().anyMatch(id -> table.column(id).nullable);
    boolean isNull = empty.contains(reference.target()) || (row + reference.id()) % 4 == 0;
    if (isNull && some) {
      // Where only some of the columns may be null, those are: then nothing is referred to.
      if (nullable || column.nullable) {
        return "NULL";
      }
    }
    boolean unique = reference.columns().stream().anyMatch(table::isUnique);
    int targetRow = unique || row >= count ? row : (row + reference.id()) % Math.max(count, 1);
    TableSketch target = sketch.tables.get(reference.target());
    int at = reference.columns().indexOf(column.id);
    return value(target, target.column(target.key.get(at)), targetRow, dialect);
  }
}
