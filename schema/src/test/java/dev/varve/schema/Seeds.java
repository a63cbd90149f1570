package dev.varve.schema;

import java.util.stream.LongStream;

/**
 * Seeds for tests over random values: other ones in each run, printed; {@code -Dvarve.seed=n}
 * starts with that of a failure and {@code -Dvarve.runs=n} changes how many there are.
 */
public final class Seeds {
  private Seeds() {}

  /** As many seeds as {@code runs}. */
  public static LongStream of(int runs) {
    long first = Long.getLong("varve.seed", System.nanoTime() / 1000);
    System.out.println("random schemas from -Dvarve.seed=" + first);
    return LongStream.range(first, first + Long.getLong("varve.runs", (long) runs));
  }
}
