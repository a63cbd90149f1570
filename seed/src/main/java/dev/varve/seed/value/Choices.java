package dev.varve.seed.value;

import java.util.ArrayList;
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

  /** So few that they can be gone through. */
  private static final int FEW = 4096;

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
   * The same without some values, if they are among these; each place that one had is taken by one
   * of the last values.
   *
   * @param excluded no value twice
   */
  Choices<T> without(List<? extends T> excluded) {
    return count <= FEW ? fewWithout(excluded) : manyWithout(excluded);
  }

  private Choices<T> fewWithout(List<? extends T> excluded) {
    List<T> rest = new ArrayList<>();
    long usual = 0;
    for (long i = 0; i < count; i++) {
      T value = at.apply(i);
      if (!excluded.contains(value)) {
        rest.add(value);
        usual += i < ordinary ? 1 : 0;
      }
    }
    return new Choices<>(rest.size(), usual, i -> rest.get((int) i));
  }

  private Choices<T> manyWithout(List<? extends T> excluded) {
    List<T> spare = new ArrayList<>();
    List<T> last = new ArrayList<>();
    long left = count - excluded.size();
    for (long i = left; i < count; i++) {
      T value = at.apply(i);
      last.add(value);
      if (!excluded.contains(value)) {
        spare.add(value);
      }
    }
    List<? extends T> front = excluded.stream().filter(value -> !last.contains(value)).toList();
    return new Choices<>(
        left,
        ordinary,
        i -> {
          T value = at.apply(i);
          int place = front.indexOf(value);
          return place < 0 ? value : spare.get(place);
        });
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
