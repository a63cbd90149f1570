package dev.varve.seed;

import dev.varve.seed.value.ValueType;
import org.jspecify.annotations.Nullable;

/** Makes the records of rows that are in the database. */
final class Records {
  private final Junctions junctions;

  Records(Junctions junctions) {
    this.junctions = junctions;
  }

  /**
   * The record of a row.
   *
   * @throws SeedException if its constructor refuses the values
   */
  Object of(Row row) {
    if (row.record == null) {
      @Nullable Object[] slots = slots(row);
      try {
        row.record = row.seed.toRecord(slots);
      } catch (RuntimeException e) {
        throw Problems.of(
            row, "the record's constructor refused the values, set others: " + e.getMessage(), e);
      }
    }
    return row.record;
  }

  /** What was given as JSON stays as it was given: its document may say less. */
  private static @Nullable Object component(Row row, ColumnShape column) {
    Object given = row.seed.given[column.slot];
    boolean json = column.type.kind() == ValueType.Kind.JSON && given != RowSeed.UNSET;
    return json ? given : Values.component(row, column, row.value(column.index));
  }

  private @Nullable Object[] slots(Row row) {
    @Nullable Object[] slots = new Object[row.shape.slots];
    for (ColumnShape column : row.shape.columns) {
      if (column.slot >= 0) {
        slots[column.slot] = component(row, column);
      }
    }
    for (JunctionShape junction : row.shape.junctions) {
      slots[junction.slot()] = junctions.component(row, junction.slot(), this);
    }
    for (RelationShape relation : row.shape.relations) {
      Row parent = row.parents[relation.index()];
      if (relation.slot() >= 0 && parent != null) {
        slots[relation.slot()] = of(parent);
      }
    }
    return slots;
  }
}
