package dev.varve.seed.load;

import org.jspecify.annotations.Nullable;

/** Keys that a table's counter gave and no row has, in ascending order. */
public final class Ids {
  private final long first;
  private final int count;
  private final long @Nullable [] each;

  private Ids(long first, int count, long @Nullable [] each) {
    this.first = first;
    this.count = count;
    this.each = each;
  }

  /** The numbers from {@code first} on. */
  public static Ids range(long first, int count) {
    return new Ids(first, count, null);
  }

  /** Numbers between which others may have taken some. */
  static Ids of(long[] each) {
    return new Ids(each.length == 0 ? 0 : each[0], each.length, each.clone());
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Whether each is the one before plus one. */
  public boolean isRange() {
    return each == null;
  }

  /**
   * A key.
   *
   * @param index from 0 to {@link #count()}, exclusive
   */
  public long at(int index) {
    return each == null ? first + index : each[index];
  }
}
