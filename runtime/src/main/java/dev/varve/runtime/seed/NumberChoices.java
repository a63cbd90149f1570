package dev.varve.runtime.seed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The numbers of a column: from 1 up, then what lies below 1. */
final class NumberChoices {
  private static final int CENTS = 2;

  /** Hundredths below this are all different as a float, whose significand has 24 bits. */
  private static final long FLOATS = 10_000_000;

  private final ColumnShape column;
  private final int scale;
  private final BigInteger least;
  private final BigInteger greatest;

  private NumberChoices(ColumnShape column) {
    this.column = column;
    this.scale = scale(column);
    BigInteger limit = limit(column, scale);
    this.least = bound(column.domain.min(), RoundingMode.CEILING, least(column, limit), true);
    this.greatest = bound(column.domain.max(), RoundingMode.FLOOR, limit, false);
  }

  static Choices of(ColumnShape column) {
    return new NumberChoices(column).choices();
  }

  /** How many digits after the point the values have. */
  private static int scale(ColumnShape column) {
    return switch (column.type.kind()) {
      case DECIMAL ->
          column.type.size() > 0 ? column.type.scale() : boundScale(column.domain, CENTS);
      case FLOAT32, FLOAT64 -> boundScale(column.domain, CENTS);
      default -> 0;
    };
  }

  private static int boundScale(Domain domain, int usual) {
    int least = domain.min() == null ? usual : Math.max(usual, domain.min().scale());
    return domain.max() == null ? least : Math.max(least, domain.max().scale());
  }

  /** The greatest number of the type, in units of the last digit. */
  private static BigInteger limit(ColumnShape column, int scale) {
    return switch (column.type.kind()) {
      case INT16 -> BigInteger.valueOf(isByte(column) ? Byte.MAX_VALUE : Short.MAX_VALUE);
      case INT32 -> BigInteger.valueOf(Integer.MAX_VALUE);
      case INT64 -> BigInteger.valueOf(Long.MAX_VALUE);
      case FLOAT32 -> BigInteger.valueOf(FLOATS);
      default ->
          column.type.size() > 0
              ? BigInteger.TEN.pow(column.type.size()).subtract(BigInteger.ONE)
              : BigInteger.TEN.pow(12 + scale);
    };
  }

  private static boolean isByte(ColumnShape column) {
    Class<?> raw = column.java == null ? Short.class : column.java.raw();
    return raw == byte.class || raw == Byte.class;
  }

  private static BigInteger least(ColumnShape column, BigInteger limit) {
    return switch (column.type.kind()) {
      case INT16, INT32, INT64 -> limit.negate().subtract(BigInteger.ONE);
      default -> limit.negate();
    };
  }

  private BigInteger bound(
      @Nullable BigDecimal bound, RoundingMode rounding, BigInteger limit, boolean lower) {
    if (bound == null) {
      return limit;
    }
    BigInteger units = bound.movePointRight(scale).setScale(0, rounding).toBigInteger();
    return lower ? units.max(limit) : wide(bound) ? units : units.min(limit);
  }

  /** A bound beyond what was taken for a limit without need: the type itself has none. */
  private boolean wide(BigDecimal bound) {
    return switch (column.type.kind()) {
      case FLOAT64, INTEGER, DECIMAL -> column.type.size() == 0 && bound.signum() > 0;
      default -> false;
    };
  }

  private Choices choices() {
    BigInteger one = BigInteger.TEN.pow(scale);
    BigInteger start = one.compareTo(least) >= 0 && one.compareTo(greatest) <= 0 ? one : least;
    BigInteger all = greatest.subtract(least).add(BigInteger.ONE);
    BigInteger first = greatest.subtract(start).add(BigInteger.ONE);
    return new Choices(
        clamped(all), Math.min(1000, clamped(first)), i -> number(start, BigInteger.valueOf(i)));
  }

  private static long clamped(BigInteger count) {
    return count.bitLength() < Long.SIZE ? count.longValue() : Long.MAX_VALUE;
  }

  private Object number(BigInteger start, BigInteger index) {
    BigInteger units = start.add(index);
    if (units.compareTo(greatest) > 0) {
      units = start.subtract(units.subtract(greatest));
    }
    return StoredText.parse(column.type, new BigDecimal(units, scale).toPlainString());
  }
}
