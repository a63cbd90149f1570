package dev.varve.seed;

import dev.varve.seed.value.Keys;
import dev.varve.seed.value.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Draws values for one row of a {@code rich} plan. What it draws follows from the plan's seed, the
 * row's place in the plan and how many draws of the row came before: the same on every machine, in
 * every version of Java, and unchanged when another row draws more, or another table is planned.
 *
 * <p>Distributions are uniform unless a method says otherwise. No clock is asked: see {@link
 * #now()}.
 *
 * <p>It belongs to the call of a row's function and is not for use after it, nor by other threads.
 */
public final class Chance {
  /** When {@link #past} ends and {@link #future} begins. */
  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

  private static final int PERCENT = 100;
  private static final long MICROS = 1_000_000;

  /** A double has 53 bits; one over two to this power. */
  private static final double UNIT = 0x1.0p-53;

  private final long key;
  private final int index;
  private long draws;

  Chance(long key, int index) {
    this.key = key;
    this.index = index;
  }

  /** The number of the row among those of its plan, or of its parent, from 0. */
  public int index() {
    return index;
  }

  /**
   * A whole number.
   *
   * @param least the least there can be
   * @param most the greatest there can be
   */
  public int between(int least, int most) {
    return (int) between((long) least, most);
  }

  /**
   * A whole number.
   *
   * @param least the least there can be
   * @param most the greatest there can be
   */
  public long between(long least, long most) {
    ordered(least <= most, least, most);
    long size = most - least + 1;
    return size == 0 ? next() : least + below(size);
  }

  /**
   * A number.
   *
   * @param least the least there can be
   * @param end greater than all; if it is {@code least}, that is what comes
   */
  public double between(double least, double end) {
    ordered(least <= end && Double.isFinite(end - least), least, end);
    double drawn = least + unit() * (end - least);
    return drawn < end ? drawn : least;
  }

  /**
   * A number with as many digits after the point as the bound that has more.
   *
   * @param least the least there can be
   * @param most the greatest there can be
   */
  public BigDecimal between(BigDecimal least, BigDecimal most) {
    ordered(least.compareTo(most) <= 0, least, most);
    int scale = Math.max(least.scale(), most.scale());
    BigInteger from = least.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    BigInteger to = most.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    BigInteger size = to.subtract(from).add(BigInteger.ONE);
    return new BigDecimal(from.add(below(size)), scale);
  }

  /**
   * A moment, in whole microseconds, which is what databases keep.
   *
   * @param least the earliest there can be
   * @param most the latest there can be
   */
  public Instant between(Instant least, Instant most) {
    ordered(!least.isAfter(most), least, most);
    return least.plus(between(0, ChronoUnit.MICROS.between(least, most)), ChronoUnit.MICROS);
  }

  /**
   * A day.
   *
   * @param least the first there can be
   * @param most the last there can be
   */
  public LocalDate between(LocalDate least, LocalDate most) {
    return LocalDate.ofEpochDay(between(least.toEpochDay(), most.toEpochDay()));
  }

  /**
   * A whole number, small ones more often than great ones, as with orders of a customer or visits
   * of a page: {@code least + (most - least + 1) · u³}, cut to whole, of a uniform {@code u}. Half
   * of the numbers lie in the lowest eighth of the range, one in ten in its upper 27 percent, and
   * the mean is at a quarter.
   *
   * @param least the least there can be
   * @param most the greatest there can be
   */
  public int skewed(int least, int most) {
    ordered(least <= most, least, most);
    double u = unit();
    return (int) (least + (long) (((long) most - least + 1) * (u * u * u)));
  }

  /**
   * One of some values, each as often as the others.
   *
   * @param values at least one
   */
  @SafeVarargs
  public final <T> T oneOf(T... values) {
    some(values.length);
    return values[(int) below(values.length)];
  }

  /**
   * One of some values, each as often as the others. A list of records is a pool: {@code
   * o.customer(g.oneOf(customers))}.
   *
   * @param values at least one
   */
  public <T> T oneOf(List<T> values) {
    some(values.size());
    return values.get((int) below(values.size()));
  }

  /**
   * Begins a choice with weights: {@code g.pick(FREE, 80).or(PRO, 15).orElse(TEAM)}.
   *
   * @param value a value
   * @param percent in how many rows of a hundred it comes, from 0 to 100
   */
  public <T> Pick<T> pick(T value, int percent) {
    return new Pick<T>(below(PERCENT)).or(value, percent);
  }

  /**
   * Whether something is so that is so in some rows of a hundred.
   *
   * @param percent in how many, from 0 to 100
   */
  public boolean percent(int percent) {
    if (percent < 0 || percent > PERCENT) {
      throw new ValueException("percent(" + percent + "): it must be from 0 to 100");
    }
    return below(PERCENT) < percent;
  }

  /**
   * A moment before {@link #now()}, in whole microseconds.
   *
   * @param within how long before at the most; more than zero
   */
  public Instant past(Duration within) {
    return NOW.minus(between(1, micros("past", within)), ChronoUnit.MICROS);
  }

  /**
   * A moment after {@link #now()}, in whole microseconds. That is after the beginning of 2025, not
   * after the moment at which a program runs.
   *
   * @param within how long after at the most; more than zero
   */
  public Instant future(Duration within) {
    return NOW.plus(between(1, micros("future", within)), ChronoUnit.MICROS);
  }

  /**
   * The beginning of 2025 (UTC), at any time and on every machine: data that follow the clock can't
   * be the same tomorrow.
   */
  public Instant now() {
    return NOW;
  }

  private static long micros(String method, Duration within) {
    long micros =
        Math.addExact(Math.multiplyExact(within.getSeconds(), MICROS), within.getNano() / 1000);
    if (micros <= 0) {
      throw new ValueException(method + "(" + within + "): it must be a microsecond or more");
    }
    return micros;
  }

  private static void ordered(boolean is, Object least, Object most) {
    if (!is) {
      throw new ValueException(
          "between " + least + " and " + most + " there is nothing: the least comes first");
    }
  }

  private static void some(int count) {
    if (count == 0) {
      throw new ValueException("oneOf() has nothing to choose from");
    }
  }

  private long next() {
    return Keys.mix(key + ++draws * 0x9e3779b97f4a7c15L);
  }

  /** From 0 to 1, exclusive. */
  private double unit() {
    return (next() >>> 11) * UNIT;
  }

  /** From 0 to {@code bound}, exclusive, which counts as unsigned. */
  private long below(long bound) {
    return Long.remainderUnsigned(next(), bound);
  }

  private BigInteger below(BigInteger bound) {
    if (bound.bitLength() < Long.SIZE) {
      return BigInteger.valueOf(below(bound.longValueExact()));
    }
    BigInteger drawn = BigInteger.ZERO;
    for (int bits = 0; bits < bound.bitLength() + Long.SIZE; bits += Long.SIZE) {
      drawn = drawn.shiftLeft(Long.SIZE).or(new BigInteger(Long.toUnsignedString(next())));
    }
    return drawn.mod(bound);
  }
}
