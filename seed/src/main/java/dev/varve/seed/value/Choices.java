package dev.varve.seed.value;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The values that a column can take, numbered, no value twice.
 *
 * @param count how many there are, at least one; {@link #PLENTY}: so many or more
 * @param ordinary how many of the first look ordinary: values that need not differ are among them
 * @param at the value of a number from 0 to {@code count}, exclusive
 */
public record Choices<T>(long count, long ordinary, LongFunction<T> at) {
  /** As many as anybody will ever insert, and no overflow in sums of two. */
  public static final long PLENTY = 1L << 61;

  /** Counts no more than {@link #PLENTY}. */
  public Choices {
    if (count < 1) {
      throw new ValueException("no value satisfies all its constraints");
    }
    count = Math.min(count, PLENTY);
    ordinary = Math.max(1, Math.min(count, ordinary));
  }

  /** Values of which the first will do for everybody. */
  public static <T> Choices<T> of(List<? extends T> values) {
    return new Choices<>(values.size(), 1, i -> values.get((int) i));
  }

  /** The same values, the ordinary ones in an order that follows from {@code key}. */
  public Choices<T> shuffled(long key) {
    return new Choices<>(
        count, ordinary, i -> at.apply(i < ordinary ? Keys.permute(key, i, ordinary) : i));
  }

  /** What a function makes of them; it must make different values of different ones. */
  public <R> Choices<R> map(Function<? super T, ? extends R> function) {
    return new Choices<>(count, ordinary, i -> function.apply(at.apply(i)));
  }

  /**
   * The value of a number.
   *
   * @throws ValueException if there are no so many
   */
  public T get(long number) {
    if (number < 0 || number >= count) {
      throw new ValueException(
          "there are only "
              + count
              + " different values for it, and number "
              + (number + 1)
              + " was asked for");
    }
    return at.apply(number);
  }
}
