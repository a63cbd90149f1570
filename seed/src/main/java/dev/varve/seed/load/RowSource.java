package dev.varve.seed.load;

import org.jspecify.annotations.Nullable;

/** Where rows come from, one after the other. */
@FunctionalInterface
public interface RowSource {
  /**
   * Puts the next row into {@code cells}: canonical values, null for NULL.
   *
   * @param cells a place for each column; the same array each time, and what was there before stays
   * @return false if there is no more row, and {@code cells} is as it was
   */
  boolean next(@Nullable Object[] cells);
}
