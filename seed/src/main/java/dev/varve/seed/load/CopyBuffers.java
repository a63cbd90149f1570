package dev.varve.seed.load;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows as COPY's text, in portions that are worth sending. */
final class CopyBuffers {
  private static final int SIZE = 1 << 16;

  private final LoadTable table;
  private final RowSource source;
  private final @Nullable Object[] cells;
  private final StringBuilder text = new StringBuilder(SIZE + SIZE / 4);
  private long rows;

  CopyBuffers(LoadTable table, RowSource source) {
    this.table = table;
    this.source = source;
    cells = new Object[table.columns().size()];
  }

  /** The next rows; null if there are no more. */
  byte @Nullable [] next() {
    text.setLength(0);
    while (text.length() < SIZE && source.next(cells)) {
      CopyText.row(table.columns(), cells, text);
      rows++;
    }
    return text.length() == 0 ? null : text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** How many rows there were so far. */
  long rows() {
    return rows;
  }
}
