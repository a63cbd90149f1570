package dev.varve.seed;

import dev.varve.seed.value.Choices;
import dev.varve.seed.value.ValueException;
import java.util.ArrayList;
import java.util.List;

/**
 * What smoke puts into a column that belongs to no relation.
 *
 * @param shape the column
 * @param edges the values at its edges that the database can store; none: it is left alone, for
 *     nobody understands what is valid
 * @param problem why it is left alone
 * @param more how many values can be invented
 */
record SmokeColumn(ColumnShape shape, List<Object> edges, String problem, long more) {
  /** Fewer different values than this are few. */
  private static final long FEW = 4096;

  static SmokeColumn of(TableShape table, ColumnShape column, SeedEngine engine) {
    try {
      List<Object> edges = new ArrayList<>();
      for (Object edge : column.edges(table.name)) {
        if (isStorable(column, edge, engine)) {
          edges.add(edge);
        }
      }
      Choices<Object> choices = column.choices(table.name);
      if (edges.isEmpty()) {
        edges.add(choices.get(0));
      }
      return new SmokeColumn(column, edges, "", choices.count());
    } catch (ValueException e) {
      return new SmokeColumn(column, List.of(), String.valueOf(e.getMessage()), 0);
    }
  }

  private static boolean isStorable(ColumnShape column, Object edge, SeedEngine engine) {
    try {
      engine.stored(column.type, edge);
      return true;
    } catch (ValueException e) {
      return false;
    }
  }

  boolean isLeft() {
    return edges.isEmpty();
  }

  /** Whether there may be more rows than values. */
  boolean isSmall() {
    return more < FEW;
  }
}
