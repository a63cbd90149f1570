package dev.varve.seed.rich;

import dev.varve.seed.load.RowSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a table as a loader pulls them. */
final class SentRows implements RowSource {
  private final List<PlanRow> rows;
  private final int[] columns;
  private int next;

  SentRows(List<PlanRow> rows, int[] columns) {
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public boolean next(@Nullable Object[] cells) {
    if (next == rows.size()) {
      return false;
    }
    @Nullable Object[] values = rows.get(next++).cells;
    for (int i = 0; i < columns.length; i++) {
      cells[i] = values[columns[i]];
    }
    return true;
  }

  /** The row that was pulled last. */
  PlanRow last() {
    return rows.get(Math.max(0, next - 1));
  }
}
