package dev.varve.seed;

import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of rows that are in the database. A record can't hold itself: where rows refer
 * to each other, one that comes a second time holds no further rows but those that it must, and a
 * component that may be null is null instead.
 */
final class Records {
  private final SeedEngine engine;
  private final Junctions junctions;
  private final Map<Row, Object> asked = new IdentityHashMap<>();
  private final Set<Row> within = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether something was left out of a record because it holds that one. */
  private boolean cut;

  Records(SeedEngine engine, Junctions junctions) {
    this.engine = engine;
    this.junctions = junctions;
  }

  /**
   * The record of a row.
   *
   * @throws SeedException if its constructor refuses the values
   */
  Object of(Row row) throws SQLException {
    Object known = asked.get(row);
    if (known == null) {
      known = made(row);
      asked.put(row, known);
    }
    return known;
  }

  /** The record of a row within others; null if it is one of these. */
  @Nullable Object further(Row row) throws SQLException {
    if (row.record == null && within.contains(row)) {
      cut = true;
      return null;
    }
    return made(row);
  }

  private Object made(Row row) throws SQLException {
    if (row.record != null) {
      return row.record;
    }
    if (row.exists && !row.isRead()) {
      new Reload(engine, junctions).read(row);
    }
    boolean again = !within.add(row);
    boolean before = cut;
    cut = again;
    Object made = record(row, slots(row, again));
    if (!again) {
      within.remove(row);
    }
    if (!cut) {
      row.record = made;
    }
    cut |= before;
    return made;
  }

  /** What a record holds; only what it must if it is there {@code again}. */
  private @Nullable Object[] slots(Row row, boolean again) throws SQLException {
    @Nullable Object[] slots = new Object[row.shape.slots];
    for (RelationShape relation : row.shape.relations) {
      Row parent = row.parents[relation.index()];
      if (relation.slot() >= 0 && parent != null) {
        boolean may = !relation.required();
        slots[relation.slot()] = may ? again ? null : further(parent) : made(parent);
      }
    }
    for (ColumnShape column : row.shape.columns) {
      if (column.slot >= 0) {
        slots[column.slot] = component(row, column);
      }
    }
    for (JunctionShape junction : row.shape.junctions) {
      slots[junction.slot()] = junctions.component(row, junction.slot(), this);
    }
    return slots;
  }

  private static Object record(Row row, @Nullable Object[] slots) {
    try {
      return row.seed.toRecord(slots);
    } catch (RuntimeException e) {
      throw Problems.of(
          row, "the record's constructor refused the values, set others: " + e.getMessage(), e);
    }
  }

  /** What was given as JSON stays as it was given: its document may say less. */
  private static @Nullable Object component(Row row, ColumnShape column) {
    Object given = row.seed.given[column.slot];
    boolean json = column.type.kind() == ValueType.Kind.JSON && given != RowSeed.UNSET;
    return json ? given : Values.component(row, column, row.value(column.index));
  }
}
