package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a column: those from 1 up, then those below 1. All are multiples of a unit, the
 * last digit that the column keeps; of floating point numbers as many digits as tell them apart.
 *
 * @param scale the digits after the point; below zero for huge floating point numbers
 * @param least the least number, in units
 * @param greatest the greatest number, in units
 */
record NumberChoices(int scale, BigInteger least, BigInteger greatest) {
  private static final int ORDINARY = 1000;

  /** The digits after the point of numbers that may have any. */
  private static final int CENTS = 2;

  /** Decimal digits that tell any two floats, and any two doubles, apart. */
  private static final int FLOAT_DIGITS = 6;

  private static final int DOUBLE_DIGITS = 15;

  /** Fewer numbers than two to this power are few. */
  private static final int FEW_BITS = 10;

  /** The canonical values of a column whose Java type is {@code java}. */
  static Choices<?> of(ValueType type, Class<?> java, ValueDomain domain) {
    return switch (type.kind()) {
      case INTEGER -> range(type, java, domain).choices().map(BigDecimal::toBigInteger);
      case DECIMAL -> range(type, java, domain).choices();
      case FLOAT32 ->
          floating(domain, FLOAT_DIGITS, BigDecimal::floatValue).map(BigDecimal::floatValue);
      case FLOAT64 ->
          floating(domain, DOUBLE_DIGITS, BigDecimal::doubleValue).map(BigDecimal::doubleValue);
      default -> range(type, java, domain).choices().map(BigDecimal::longValueExact);
    };
  }

  /** The whole or decimal numbers of a column whose Java type is {@code java}. */
  static NumberChoices range(ValueType type, Class<?> java, ValueDomain domain) {
    return switch (type.kind()) {
      case INT16 ->
          java == byte.class || java == Byte.class
              ? whole(domain, Byte.MIN_VALUE, Byte.MAX_VALUE)
              : whole(domain, Short.MIN_VALUE, Short.MAX_VALUE);
      case INT32 -> whole(domain, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case INT64 -> whole(domain, Long.MIN_VALUE, Long.MAX_VALUE);
      case INTEGER -> around(domain, 0, DOUBLE_DIGITS);
      default -> decimal(type, domain);
    };
  }

  private static NumberChoices whole(ValueDomain domain, long least, long greatest) {
    return within(domain, 0, BigInteger.valueOf(least), BigInteger.valueOf(greatest));
  }

  private static NumberChoices decimal(ValueType type, ValueDomain domain) {
    if (type.size() == 0) {
      return around(domain, Math.max(CENTS, scale(domain)), DOUBLE_DIGITS);
    }
    BigInteger greatest = BigInteger.TEN.pow(type.size()).subtract(BigInteger.ONE);
    return within(domain, type.scale(), greatest.negate(), greatest);
  }

  /** The numbers between bounds, with two digits after the point, or where these are few, more. */
  private static Choices<BigDecimal> floating(
      ValueDomain domain, int digits, Function<BigDecimal, Number> rounded) {
    int most = digits - Math.max(digits(domain.min()), digits(domain.max()));
    NumberChoices few = around(domain, Math.min(most, CENTS), digits);
    boolean enough = few.size().bitLength() > FEW_BITS;
    NumberChoices all = enough ? few : around(domain, most, digits);
    return all.inside(domain, rounded).choices();
  }

  /** Digits before the point; below zero: zeros after it. */
  private static int digits(@Nullable BigDecimal bound) {
    return bound == null || bound.signum() == 0 ? 0 : bound.precision() - bound.scale();
  }

  private static int scale(ValueDomain domain) {
    int min = domain.min() == null ? 0 : domain.min().scale();
    return domain.max() == null ? min : Math.max(min, domain.max().scale());
  }

  /** What lies within a type's range and the domain's. */
  private static NumberChoices within(
      ValueDomain domain, int scale, BigInteger least, BigInteger greatest) {
    BigInteger min = units(domain.min(), scale, RoundingMode.CEILING);
    BigInteger max = units(domain.max(), scale, RoundingMode.FLOOR);
    return new NumberChoices(
        scale, min == null ? least : min.max(least), max == null ? greatest : max.min(greatest));
  }

  /** What lies within the domain; without a bound on a side, numbers of so many digits. */
  private static NumberChoices around(ValueDomain domain, int scale, int digits) {
    BigInteger width = BigInteger.TEN.pow(digits);
    BigInteger min = units(domain.min(), scale, RoundingMode.CEILING);
    BigInteger max = units(domain.max(), scale, RoundingMode.FLOOR);
    BigInteger least = min != null ? min : width.negate();
    BigInteger greatest = max != null ? max : width;
    if (min == null && max != null && max.compareTo(least) < 0) {
      least = max.subtract(width);
    }
    if (max == null && min != null && min.compareTo(greatest) > 0) {
      greatest = min.add(width);
    }
    return new NumberChoices(scale, least, greatest);
  }

  private static @Nullable BigInteger units(
      @Nullable BigDecimal bound, int scale, RoundingMode rounding) {
    return bound == null ? null : bound.setScale(scale, rounding).unscaledValue();
  }

  /** Without those ends that rounding to binary puts outside. */
  private NumberChoices inside(ValueDomain domain, Function<BigDecimal, Number> rounded) {
    BigInteger from = least;
    BigInteger to = greatest;
    while (from.compareTo(to) <= 0 && !domain.allows(rounded.apply(at(from)))) {
      from = from.add(BigInteger.ONE);
    }
    while (from.compareTo(to) < 0 && !domain.allows(rounded.apply(at(to)))) {
      to = to.subtract(BigInteger.ONE);
    }
    return new NumberChoices(scale, from, to);
  }

  private BigInteger size() {
    return greatest.subtract(least).add(BigInteger.ONE);
  }

  /** The number of so many units. */
  BigDecimal at(BigInteger units) {
    return new BigDecimal(units, scale);
  }

  private Choices<BigDecimal> choices() {
    BigInteger start = start();
    BigInteger size = size();
    long upward = clamped(greatest.subtract(start).add(BigInteger.ONE));
    return new Choices<>(
        clamped(size),
        Math.min(upward, ORDINARY * (scale == CENTS ? 100L : 1L)),
        i -> {
          BigInteger units = start.add(BigInteger.valueOf(i));
          return at(units.compareTo(greatest) > 0 ? units.subtract(size) : units);
        });
  }

  /** One, if it is inside; else what is inside and near to it. */
  private BigInteger start() {
    BigInteger one = BigInteger.TEN.pow(Math.max(0, scale));
    if (one.compareTo(greatest) > 0) {
      return least.max(greatest.subtract(BigInteger.valueOf(ORDINARY - 1)));
    }
    return one.max(least);
  }

  private static long clamped(BigInteger count) {
    return count.bitLength() < Long.SIZE ? count.longValue() : Long.MAX_VALUE;
  }
}
