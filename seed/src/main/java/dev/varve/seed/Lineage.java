package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What rows lead to by their relations, and by those of what they lead to. */
final class Lineage {
  private Lineage() {}

  /**
   * Whether {@code row} can have {@code other} beside what it leads to already: where both lead to
   * a table, it is to the same row. An order's customer and its warehouse have one tenant.
   */
  static boolean agree(Row row, Row other) {
    Map<TableName, List<Row>> mine = above(row);
    for (Map.Entry<TableName, List<Row>> theirs : above(other).entrySet()) {
      List<Row> same = mine.get(theirs.getKey());
      if (same != null && !meet(same, theirs.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean meet(List<Row> some, List<Row> others) {
    for (Row one : some) {
      for (Row other : others) {
        if (same(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether two rows of a table are one in the database. */
  static boolean same(Row one, Row other) {
    if (one == other) {
      return true;
    }
    if (!one.exists || !other.exists || !one.shape.name.equals(other.shape.name)) {
      return false;
    }
    for (int column : one.shape.key) {
      if (!one.isKnown(column) || !Objects.equals(one.source(column), other.source(column))) {
        return false;
      }
    }
    return true;
  }

  private static Map<TableName, List<Row>> above(Row row) {
    Map<TableName, List<Row>> above = new HashMap<>();
    Deque<Row> queue = new ArrayDeque<>(List.of(row));
    while (!queue.isEmpty()) {
      for (Row parent : queue.remove().parents) {
        if (parent != null && parent != row) {
          List<Row> rows = above.computeIfAbsent(parent.shape.name, any -> new ArrayList<>());
          if (!rows.contains(parent)) {
            rows.add(parent);
            queue.add(parent);
          }
        }
      }
    }
    return above;
  }
}
