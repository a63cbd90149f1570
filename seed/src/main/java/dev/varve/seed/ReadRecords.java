package dev.varve.seed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of rows that were read in bulk. As in {@link Records}, where rows refer to each
 * other, one that comes a second time holds no further rows but those that it must.
 */
final class ReadRecords {
  private final RowReader reader;
  private final Set<ReadRow> within = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Whether something was left out of a record because it holds that one. */
  private boolean cut;

  ReadRecords(RowReader reader) {
    this.reader = reader;
  }

  /**
   * The record of a row.
   *
   * @throws SeedException if its constructor refuses the values
   */
  Object of(ReadRow row) {
    if (row.record != null) {
      return row.record;
    }
    boolean again = !within.add(row);
    boolean before = cut;
    cut = again;
    Object made = record(row, again);
    if (!again) {
      within.remove(row);
    }
    if (!cut) {
      row.record = made;
    }
    cut |= before;
    return made;
  }

  private Object record(ReadRow row, boolean again) {
    TableShape table = row.shape.table;
    @Nullable Object[] slots = new Object[table.slots];
    for (ColumnShape column : table.columns) {
      Object cell = row.cell(column.index);
      if (column.slot >= 0 && column.java != null && cell != null) {
        slots[column.slot] = column.java.of(column.type, cell, table.records);
      }
    }
    for (RelationShape relation : table.relations) {
      if (relation.slot() >= 0) {
        slots[relation.slot()] = parent(row, relation, again);
      }
    }
    for (JunctionShape junction : table.junctions) {
      slots[junction.slot()] = collection(row, junction);
    }
    try {
      return row.shape.record.make(slots);
    } catch (RuntimeException e) {
      throw new SeedException(
          "the record of a row of " + table + " can't be made: " + e.getMessage(), e);
    }
  }

  private @Nullable Object parent(ReadRow row, RelationShape relation, boolean again) {
    Object[] key = row.parentKey(relation);
    if (key == null || again && !relation.required()) {
      return null;
    }
    BuilderShape target = row.shape.target(relation.index());
    ReadRow parent = reader.row(target, row.parentColumns(relation), key);
    return parent == null ? null : relation.required() ? of(parent) : further(parent);
  }

  /** The record of a row within others; null if it is one of these. */
  private @Nullable Object further(ReadRow row) {
    if (row.record == null && within.contains(row)) {
      cut = true;
      return null;
    }
    return of(row);
  }

  private Object collection(ReadRow row, JunctionShape junction) {
    TableShape table = row.shape.table;
    BuilderShape target = row.shape.target(table.relations.size() + junction.index());
    ColumnShape key = target.table.columns.get(target.table.key[0]);
    List<Object> elements = new ArrayList<>();
    for (Object[] each : row.links.getOrDefault(junction, List.of())) {
      ReadRow other = junction.byRecord() ? reader.row(target, target.table.key, each) : null;
      Object element =
          junction.byRecord()
              ? other == null ? null : further(other)
              : key.java == null ? each[0] : key.java.of(key.type, each[0], target.table.records);
      if (element != null) { // a row that leads back to this one can't be in its record
        elements.add(element);
      }
    }
    return junction.set()
        ? Collections.unmodifiableSet(new LinkedHashSet<>(elements))
        : Collections.unmodifiableList(elements);
  }
}
