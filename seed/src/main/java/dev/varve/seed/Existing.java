package dev.varve.seed;

import org.jspecify.annotations.Nullable;

/** Reads the cells of rows that are in the database from their records. */
final class Existing {
  private final SeedEngine engine;

  Existing(SeedEngine engine) {
    this.engine = engine;
  }

  /**
   * Fills {@code row} from {@code record}.
   *
   * @throws SeedException if the record has no key yet: it isn't in the database
   */
  Row row(Row row, Object record) {
    row.record = record;
    fill(row, row.seed.toValues(record));
    for (int column : row.shape.key) {
      ColumnShape shape = row.shape.columns.get(column);
      Object value = row.value(column);
      if (value == null || shape.identity && isZero(value)) {
        throw Problems.of(
            row,
            "the record has no "
                + shape.name
                + " yet, so it is not in the database. Give a function, so that it is made, or insert"
                + " it first and give what that returns: "
                + Problems.shown(record),
            null);
      }
    }
    return row;
  }

  /** Whether an identity key says that there is none: databases count from 1. */
  static boolean isZero(@Nullable Object value) {
    return value instanceof Number number && number.longValue() == 0;
  }

  /** Sets all cells of {@code row} from the slots of its record. */
  void fill(Row row, @Nullable Object[] slots) {
    for (ColumnShape column : row.shape.columns) {
      if (column.slot >= 0) {
        Object value = slots[column.slot];
        row.cells[column.index] =
            row.exists
                ? Values.trusted(row, column, value)
                : Values.canonical(row, column, value, engine);
      }
    }
    for (RelationShape relation : row.shape.relations) {
      if (relation.slot() >= 0) {
        fill(row, relation, slots[relation.slot()]);
      } else if (row.exists) {
        row.parents[relation.index()] = byKey(row, relation);
      }
    }
  }

  private void fill(Row row, RelationShape relation, @Nullable Object record) {
    if (record == null) {
      for (int column : relation.columns()) {
        row.cells[column] = row.isUnset(column) ? null : row.cells[column];
      }
      return;
    }
    RowSeed target = row.seed.targetSeed(relation.index());
    Row parent = row(row.parent(target, relation, true), record);
    row.parents[relation.index()] = parent;
    for (int i = 0; i < relation.columns().length; i++) {
      int column = relation.columns()[i];
      row.cells[column] = new Row.Ref(parent, parent.shape.column(relation.targetColumns()[i]));
    }
  }

  /** The row that a key leads to, of which no more is known; null for none. */
  private static @Nullable Row byKey(Row row, RelationShape relation) {
    Row parent = row.parent(row.seed.targetSeed(relation.index()), relation, true);
    for (int i = 0; i < relation.columns().length; i++) {
      if (!row.isKnown(relation.columns()[i])) {
        return null;
      }
      parent.cells[parent.shape.column(relation.targetColumns()[i])] =
          row.value(relation.columns()[i]);
    }
    return parent;
  }
}
