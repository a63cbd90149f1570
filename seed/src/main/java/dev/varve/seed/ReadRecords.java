package dev.varve.seed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of rows that were read, a row's after those of all that it refers to. A record
 * can't hold itself: where rows lead to each other (Tarjan, "Depth-First Search and Linear Graph
 * Algorithms", 1972), those that one holds leave out what they may of the others.
 */
final class ReadRecords {
  private final RowReader reader;
  private final Deque<ReadRow> path = new ArrayDeque<>();
  private final Deque<ReadRow> open = new ArrayDeque<>();
  private final Set<ReadRow> within = Collections.newSetFromMap(new IdentityHashMap<>());
  private int reached;

  ReadRecords(RowReader reader) {
    this.reader = reader;
  }

  /**
   * The record of a row.
   *
   * @throws SeedException if its constructor refuses the values
   */
  Object of(ReadRow row) {
    if (row.record == null) {
      enter(row);
      while (!path.isEmpty()) {
        go(path.getLast());
      }
    }
    return Objects.requireNonNull(row.record);
  }

  private void enter(ReadRow row) {
    row.order = ++reached;
    row.least = row.order;
    row.next = held(row).iterator();
    path.add(row);
    open.add(row);
  }

  private void go(ReadRow row) {
    if (row.next.hasNext()) {
      ReadRow other = row.next.next();
      if (other.order == 0) {
        enter(other);
      } else if (other.cycle == null) {
        row.least = Math.min(row.least, other.order);
      }
      return;
    }
    path.removeLast();
    ReadRow before = path.peekLast();
    if (before != null) {
      before.least = Math.min(before.least, row.least);
    }
    if (row.least == row.order) {
      close(row);
    }
  }

  /** All that lead to {@code first} and back are known, and what else they hold is made. */
  private void close(ReadRow first) {
    List<ReadRow> cycle = new ArrayList<>();
    while (first.cycle == null) {
      ReadRow row = open.removeLast();
      row.cycle = first;
      cycle.add(row);
    }
    for (ReadRow row : cycle) {
      row.record = record(row, false);
    }
  }

  /** The rows whose records a row's record holds. */
  private List<ReadRow> held(ReadRow row) {
    List<ReadRow> held = new ArrayList<>();
    for (RelationShape relation : row.shape.table.relations) {
      ReadRow parent = relation.slot() < 0 ? null : parent(row, relation);
      if (parent != null) {
        held.add(parent);
      }
    }
    for (JunctionShape junction : row.shape.table.junctions) {
      if (junction.byRecord()) {
        for (Object[] key : row.links.getOrDefault(junction, List.of())) {
          ReadRow other = element(row, junction, key);
          if (other != null) {
            held.add(other);
          }
        }
      }
    }
    return held;
  }

  private @Nullable ReadRow parent(ReadRow row, RelationShape relation) {
    Object[] key = row.parentKey(relation);
    return key == null
        ? null
        : reader.row(row.shape.target(relation.index()), row.parentColumns(relation), key);
  }

  private @Nullable ReadRow element(ReadRow row, JunctionShape junction, Object[] key) {
    BuilderShape target = row.shape.target(row.shape.table.relations.size() + junction.index());
    return reader.row(target, target.table.key, key);
  }

  /** What a record holds of another row; null if that leads back, and may be left out. */
  private @Nullable Object within(ReadRow row, ReadRow other, boolean must, boolean brief) {
    if (other.cycle != row.cycle) {
      return other.record;
    }
    return must || !brief && other != row ? brief(other) : null;
  }

  private Object brief(ReadRow row) {
    if (row.brief == null) {
      if (!within.add(row)) {
        throw new SeedException("rows of " + row.shape.table + " refer to each other without end");
      }
      row.brief = record(row, true);
      within.remove(row);
    }
    return row.brief;
  }

  private Object record(ReadRow row, boolean brief) {
    TableShape table = row.shape.table;
    @Nullable Object[] slots = new Object[table.slots];
    for (ColumnShape column : table.columns) {
      Object cell = row.cell(column.index);
      if (column.slot >= 0 && column.java != null && cell != null) {
        slots[column.slot] = column.java.of(column.type, cell, table.records);
      }
    }
    for (RelationShape relation : table.relations) {
      ReadRow parent = relation.slot() < 0 ? null : parent(row, relation);
      if (parent != null) {
        slots[relation.slot()] = within(row, parent, relation.required(), brief);
      }
    }
    for (JunctionShape junction : table.junctions) {
      slots[junction.slot()] = collection(row, junction, brief);
    }
    try {
      return row.shape.record.make(slots);
    } catch (RuntimeException e) {
      throw new SeedException(
          "the record of a row of " + table + " can't be made: " + e.getMessage(), e);
    }
  }

  private Object collection(ReadRow row, JunctionShape junction, boolean brief) {
    TableShape table = row.shape.table;
    BuilderShape target = row.shape.target(table.relations.size() + junction.index());
    ColumnShape key = target.table.columns.get(target.table.key[0]);
    List<Object> elements = new ArrayList<>();
    for (Object[] each : row.links.getOrDefault(junction, List.of())) {
      @Nullable Object element = each[0];
      if (junction.byRecord()) {
        ReadRow other = element(row, junction, each);
        element = other == null ? null : within(row, other, false, brief);
      } else if (key.java != null) {
        element = key.java.of(key.type, each[0], target.table.records);
      }
      if (element != null) { // a row that leads back to this one can't be in its record
        elements.add(element);
      }
    }
    return junction.set()
        ? Collections.unmodifiableSet(new LinkedHashSet<>(elements))
        : Collections.unmodifiableList(elements);
  }
}
