package dev.varve.seed.rich;

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

  private static @Nullable PlanRelation next(TableRun run, int column) {
    for (PlanRelation relation : run.table.foreignKeys) {
      if (relation.has(column)) {
        return relation;
      }
    }
    return null;
  }
}
