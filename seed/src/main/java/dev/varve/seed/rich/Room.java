package dev.varve.seed.rich;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether unique keys leave room for a row that nobody asks for. */
final class Room {
  private final Runs runs;
  private final NeededRows.Early early;

  Room(Runs runs, NeededRows.Early early) {
    this.runs = runs;
    this.early = early;
  }

  /** Whether another row of a table can be: for each unique key there are more values than rows. */
  boolean isIn(TableRun run) {
    return isIn(run, new BitSet());
  }

  private boolean isIn(TableRun run, BitSet growing) {
    for (PlanUnique unique : run.table.uniques) {
      if (unique.where() == null && size(run, unique, growing) <= run.rows) {
        return false;
      }
    }
    return true;
  }

  /**
   * The table that must have more rows before another row of {@code run} can be: its own, or one
   * above.
   */
  TableRun limit(TableRun run) {
    return limit(run, new BitSet());
  }

  private TableRun limit(TableRun run, BitSet seen) {
    seen.set(run.id);
    for (PlanUnique unique : run.planned ? List.<PlanUnique>of() : run.table.uniques) {
      if (unique.where() == null && size(run, unique, new BitSet()) <= run.rows) {
        for (int column : unique.columns()) {
          PlanRelation relation = relation(run, column);
          if (relation != null && !seen.get(runs.of(relation.target()).id)) {
            return limit(runs.of(relation.target()), seen);
          }
        }
      }
    }
    return run;
  }

  /** How many rows can differ in a key. */
  private long size(TableRun run, PlanUnique unique, BitSet growing) {
    long size = 1;
    BitSet seen = new BitSet();
    for (int column : unique.columns()) {
      PlanRelation relation = relation(run, column);
      if (relation == null) {
        size = Numbering.times(size, size(run, column));
      } else if (!seen.get(relation.index())) {
        seen.set(relation.index());
        size =
            Numbering.times(size, relation.required() ? rows(relation, growing) : Long.MAX_VALUE);
      }
    }
    return size;
  }

  private static long size(TableRun run, int column) {
    ColumnValues values = run.values(column);
    boolean free = values == null || run.table.columns.get(column).computed();
    return free ? Long.MAX_VALUE : values.count();
  }

  private long rows(PlanRelation relation, BitSet growing) {
    TableRun target = runs.of(relation.target());
    if (!target.planned && !target.growing && !growing.get(target.id)) {
      growing.set(target.id);
      boolean grows = isIn(target, growing);
      growing.clear(target.id);
      if (grows) {
        return Long.MAX_VALUE;
      }
    }
    return (long) target.rows + early.left(target, null);
  }

  private static @Nullable PlanRelation relation(TableRun run, int column) {
    for (PlanRelation relation : run.table.foreignKeys) {
      if (relation.has(column)) {
        return relation;
      }
    }
    return null;
  }
}
