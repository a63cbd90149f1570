package dev.varve.seed.rich;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Columns that several relations of a row have: all the rows that those lead to must hold the same
 * there, as what belongs to one tenant does.
 */
final class Ties {
  private final Runs runs;

  Ties(Runs runs) {
    this.runs = runs;
  }

  /** Whether all rows that were decided hold the same. */
  boolean hold(PlanRow row) {
    for (PlanRelation relation : row.table.foreignKeys) {
      int parent = row.parents[relation.index()];
      if (parent >= 0 && !hold(row, relation, parent)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a relation may lead to a row, by what those hold that were decided already. */
  boolean hold(PlanRow row, PlanRelation relation, int parent) {
    return !row.table.isTied(relation.index()) || broken(row, relation, parent) == null;
  }

  /** The relation that leads to a row which holds something else; null: none. */
  @Nullable PlanRelation broken(PlanRow row, PlanRelation relation, int parent) {
    for (PlanRelation other : row.table.foreignKeys) {
      int decided = row.parents[other.index()];
      if (other != relation && decided >= 0) {
        for (int column : other.columns()) {
          if (relation.has(column)
              && differ(source(relation, column, parent), source(other, column, decided))) {
            return other;
          }
        }
      }
    }
    return null;
  }

  private static boolean differ(@Nullable Source one, @Nullable Source other) {
    return one != null && other != null && !one.equals(other);
  }

  /** Where a value comes from. */
  private record Source(int table, int row, int column) {}

  /** Where a row that a relation leads to has the value from; null if it was given. */
  private @Nullable Source source(PlanRelation relation, int column, int parent) {
    if (parent < 0) {
      return null; // no row of the plan's
    }
    TableRun run = runs.of(relation.target());
    int row = parent;
    int part = relation.targetColumns()[relation.place(column)];
    PlanRelation next = next(run, part);
    while (next != null) {
      Ints links = run.links[next.index()];
      int above = links == null ? PlanRow.NONE : links.get(row);
      if (above == PlanRow.OPEN) {
        break; // the row is being made: it alone is sure to hold what it will
      }
      if (above < 0) {
        return null;
      }
      part = next.targetColumns()[next.place(part)];
      run = runs.of(next.target());
      row = above;
      next = next(run, part);
    }
    return new Source(run.id, row, part);
  }

  /**
   * What a new row has to refer to, for a relation to lead to it: by its relations, the numbers of
   * rows, or {@link PlanRow#OPEN} where it may refer to any.
   */
  int[] wanted(PlanRow row, PlanRelation relation) {
    TableRun target = runs.of(relation.target());
    int[] wanted = new int[target.table.foreignKeys.length];
    Arrays.fill(wanted, PlanRow.OPEN);
    for (PlanRelation other : row.table.foreignKeys) {
      if (other != relation && row.parents[other.index()] >= 0) {
        for (int column : other.columns()) {
          int part = relation.has(column) ? relation.place(column) : -1;
          PlanRelation next = part < 0 ? null : next(target, relation.targetColumns()[part]);
          if (next != null) {
            int end = next.targetColumns()[next.place(relation.targetColumns()[part])];
            wanted[next.index()] = above(row, other, column, next.target(), end);
          }
        }
      }
    }
    return wanted;
  }

  /** The row of {@code table} that a relation has a column's value from. */
  private int above(PlanRow row, PlanRelation relation, int column, PlanTable table, int end) {
    TableRun run = runs.of(relation.target());
    int at = row.parents[relation.index()];
    int part = relation.targetColumns()[relation.place(column)];
    while (at >= 0 && (run.table != table || part != end)) {
      PlanRelation next = next(run, part);
      Ints links = next == null ? null : run.links[next.index()];
      if (next == null || links == null) {
        return PlanRow.OPEN;
      }
      at = links.get(at);
      part = next.targetColumns()[next.place(part)];
      run = runs.of(next.target());
    }
    return at >= 0 ? at : PlanRow.OPEN;
  }

  private static @Nullable PlanRelation next(TableRun run, int column) {
    for (PlanRelation relation : run.table.foreignKeys) {
      if (relation.has(column)) {
        return relation;
      }
    }
    return null;
  }
}
