package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact numbers, within the limits of columns and of PostgreSQL. */
final class Decimals {
  /**
   * The most digits before and after the point of {@code numeric} without precision (<a
   * href="https://www.postgresql.org/docs/current/datatype-numeric.html">Numeric Types</a>).
   */
  private static final int MAX_WHOLE = 131_072;

  private static final int MAX_FRACTION = 16_383;

  private Decimals() {}

  static BigInteger integer(BigInteger value) {
    // A number of n bits has at least 0.30 n digits.
    if (value.bitLength() > 400_000 || value.bitLength() * 0.30102 > MAX_WHOLE + 2) {
      throw tooLong(MAX_WHOLE);
    }
    return value;
  }

  /** {@code value} with the column's scale. */
  static BigDecimal decimal(ValueType type, BigDecimal value) {
    boolean limited = type.size() > 0;
    int whole = limited ? type.size() - type.scale() : MAX_WHOLE;
    if (value.signum() != 0 && (long) value.precision() - value.scale() > whole) {
      throw limited ? outside(type, value) : tooLong(MAX_WHOLE);
    }
    if (limited) {
      return rescaled(type, value);
    }
    if (value.scale() > MAX_FRACTION) {
      throw new ValueException(
          "a number with " + value.scale() + " digits after the point, of at most " + MAX_FRACTION);
    }
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static BigDecimal rescaled(ValueType type, BigDecimal value) {
    if (value.scale() > type.scale() && value.stripTrailingZeros().scale() > type.scale()) {
      throw new ValueException(
          shown(value)
              + " has more than the "
              + type.scale()
              + " digits after the point that "
              + type
              + " keeps");
    }
    return value.setScale(type.scale());
  }

  private static ValueException outside(ValueType type, BigDecimal value) {
    int whole = type.size() - type.scale();
    return new ValueException(
        shown(value) + " has more than the " + whole + " digits before the point of " + type);
  }

  private static ValueException tooLong(int digits) {
    return new ValueException("a number with more than " + digits + " digits before the point");
  }

  private static String shown(BigDecimal value) {
    return value.precision() > 60 ? "a number of " + value.precision() + " digits" : "" + value;
  }
}
