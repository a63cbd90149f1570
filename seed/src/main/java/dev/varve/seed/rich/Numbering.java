package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import org.jspecify.annotations.Nullable;

/**
 * How far the choices of a combination are used up, for rows that agree in all that isn't chosen.
 */
final class Numbering {
  /** Rows that different rows above limit have chosen. */
  static final long MIXED = -1;

  /** More than so many are not counted. */
  static final long MOST = 1L << 60;

  final long key;

  /** The row whose children these are, as long as it matters; null if they are nobody's. */
  final @Nullable PlanRow parent;

  /** How many there are of each choice. */
  long[] sizes = new long[0];

  /** How many combined choices each unique key has for itself. */
  long[] own = new long[0];

  /** How many of those look ordinary. */
  long[] plain = new long[0];

  /** How many choices the keys share. */
  long shared = 1;

  /** The rows above that limit the choice; {@link #MIXED} if others have chosen since. */
  long limit;

  long next;
  long count;

  Numbering(long key, @Nullable PlanRow parent) {
    this.key = key;
    this.parent = parent;
  }

  /**
   * Begins anew with what there is now.
   *
   * @param ordinary how many of each choice look ordinary
   */
  void size(Combination combination, long[] now, long[] ordinary) {
    sizes = now;
    own = new long[combination.uniques().size()];
    plain = new long[own.length];
    java.util.Arrays.fill(own, 1);
    java.util.Arrays.fill(plain, 1);
    shared = 1;
    for (int i = 0; i < now.length; i++) {
      int owner = combination.choices().get(i).owner();
      if (owner < 0) {
        shared = times(shared, now[i]);
      } else {
        plain[owner] = times(own[owner], ordinary[i]);
        own[owner] = times(own[owner], now[i]);
      }
    }
    long least = Long.MAX_VALUE;
    for (long each : own) {
      least = Math.min(least, each);
    }
    count = times(shared, least);
    next = 0;
  }

  /** The place of a number among the choices that a key has for itself, the ordinary ones first. */
  long place(int owner, long number) {
    long some = plain[owner];
    return number < some
        ? Keys.permute(key + owner, number, some)
        : some + Keys.permute(key + owner, number - some, own[owner] - some);
  }

  /** For each choice the place of what is chosen. */
  long[] digits(Combination combination, long number) {
    long common = number % shared;
    long[] rest = new long[own.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = place(i, number / shared);
    }
    long[] digits = new long[sizes.length];
    for (int i = 0; i < digits.length; i++) {
      int owner = combination.choices().get(i).owner();
      if (owner < 0) {
        digits[i] = common % sizes[i];
        common /= sizes[i];
      } else {
        digits[i] = rest[owner] % sizes[i];
        rest[owner] /= sizes[i];
      }
    }
    return digits;
  }

  /** In how many ways rows can be chosen to refer to; 1 where there are no relations to choose. */
  long related(Combination combination) {
    long ways = 1;
    for (int i = 0; i < sizes.length; i++) {
      ways = combination.choices().get(i).relation() < 0 ? ways : times(ways, sizes[i]);
    }
    return ways;
  }

  /** Which of those ways it is. */
  long related(Combination combination, long[] digits) {
    long way = 0;
    for (int i = 0; i < sizes.length; i++) {
      if (combination.choices().get(i).relation() >= 0) {
        way = way * sizes[i] + digits[i];
      }
    }
    return way;
  }

  static long times(long a, long b) {
    return a == 0 || b == 0 ? 0 : a > MOST / b ? MOST : a * b;
  }
}
