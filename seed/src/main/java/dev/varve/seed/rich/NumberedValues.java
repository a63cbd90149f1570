package dev.varve.seed.rich;

import dev.varve.seed.value.ValueException;
import org.jspecify.annotations.Nullable;

/** Values of columns that have so many that all rows differ, by the row's number. */
final class NumberedValues {
  private final Runs runs;

  NumberedValues(Runs runs) {
    this.runs = runs;
  }

  /** A value that no other row has: none of the plan's, nor of those that are there already. */
  Object of(TableRun run, PlanRow row, int column) {
    ColumnValues values = run.values(column);
    if (values == null) {
      throw new ValueException("no value can be invented");
    }
    long number = run.taken + row.ordinal;
    Used others = others(run, column);
    if (others == null) {
      return values.unique(number);
    }
    number = Math.max(number, run.next[column]);
    Object value = values.unique(number);
    while (others.has(Used.mark(value))) {
      value = values.unique(++number);
    }
    run.next[column] = number + 1;
    return value;
  }

  /**
   * The values of a column that must differ which were not invented here; null if there are none.
   */
  private @Nullable Used others(TableRun run, int column) {
    if (run.taken > 0 && !run.compared[column]) {
      run.compared[column] = true;
      Used others = run.others(column);
      PlanUnique alone = new PlanUnique(run.table.columns.get(column).name(), new int[] {column});
      for (Object[] values : runs.values(run, alone)) {
        others.add(Used.mark(values[0]));
      }
    }
    return run.others[column];
  }

  /** Notes values that were given where others are invented that must differ. */
  static void note(TableRun run, PlanRow row) {
    for (int column : row.pattern().givenAmongMany) {
      Object value = row.cells[column];
      if (value != null) {
        run.others(column).add(Used.mark(value));
      }
    }
  }
}
