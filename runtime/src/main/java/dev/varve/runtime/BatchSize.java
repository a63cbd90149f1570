package dev.varve.runtime;

import dev.varve.runtime.format.Backfill;

/**
 * How many rows a batch has. Who wants one of them waits as long as a batch takes, so its size
 * follows the time that the last one took.
 */
final class BatchSize {
  /** A batch that takes less is too small: it costs more than it has to. */
  private static final long SHORT_MS = 100;

  /** A batch that takes more keeps others waiting. */
  private static final long LONG_MS = 500;

  private static final int SMALLEST = 100;
  private static final int LARGEST = 10_000;

  private final int most;
  private final int least;
  private int rows;

  BatchSize(Backfill backfill) {
    most = backfill.batch().orElse(LARGEST);
    least = Math.min(SMALLEST, most);
    rows = backfill.batch().orElse(Backfill.FIRST);
  }

  int rows() {
    return rows;
  }

  /** Goes on as an earlier run has left off. */
  void resume(int before) {
    rows = Math.max(least, Math.min(most, before));
  }

  /** After a batch of full size that took so long. */
  void took(long millis) {
    if (millis > LONG_MS) {
      halve();
    } else if (millis < SHORT_MS) {
      rows = Math.min(most, 2 * rows);
    }
  }

  /** Halves it; false if it is as small as it may be. */
  boolean halve() {
    boolean can = rows > least;
    rows = Math.max(least, rows / 2);
    return can;
  }
}
