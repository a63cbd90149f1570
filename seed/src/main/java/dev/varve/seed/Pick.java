package dev.varve.seed;

import dev.varve.seed.value.ValueException;
import org.jspecify.annotations.Nullable;

/**
 * A choice among values with weights, begun by {@link Chance#pick}. Weights are percent: what is
 * left of a hundred falls to {@link #orElse}.
 *
 * @param <T> the values
 */
public final class Pick<T> {
  private static final int ALL = 100;

  private final long drawn;
  private int sum;
  private boolean hit;
  private @Nullable T value;

  Pick(long drawn) {
    this.drawn = drawn;
  }

  /**
   * Adds a value.
   *
   * @param other the value, not null
   * @param percent in how many rows of a hundred it comes, from 0 to what is left of 100
   */
  public Pick<T> or(T other, int percent) {
    if (percent < 0 || percent > ALL - sum) {
      throw new ValueException(
          "the weights of a pick are percent, and "
              + (percent < 0 ? percent + " is less than none" : sum + percent + " is too much")
              + ": of 100, "
              + (ALL - sum)
              + " are left for "
              + other);
    }
    sum += percent;
    if (!hit && drawn < sum) {
      hit = true;
      value = other;
    }
    return this;
  }

  /**
   * The value that was drawn.
   *
   * @param rest what comes in the rows that are left
   */
  public T orElse(T rest) {
    return hit && value != null ? value : rest;
  }
}
