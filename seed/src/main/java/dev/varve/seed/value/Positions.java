package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Values that are sorted, as numbers: dates in days since 1970, times of day in microseconds since
 * midnight, other times in microseconds since 1970, numbers as they are.
 */
final class Positions {
  /** Doubles, as which SQLite compares exact numbers, and floats differ by such a part. */
  private static final BigDecimal DOUBLE = new BigDecimal("1e-13");

  private static final BigDecimal FLOAT = new BigDecimal("1e-5");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Positions() {}

  /** The position of a canonical value; null if it has none. */
  static @Nullable BigDecimal of(Object canonical) {
    if (canonical instanceof Instant instant) {
      return BigDecimal.valueOf(instant.getEpochSecond())
          .multiply(MILLION)
          .add(BigDecimal.valueOf(instant.getNano() / 1000));
    }
    if (canonical instanceof LocalDateTime time) {
      return of(time.toInstant(ZoneOffset.UTC));
    }
    if (canonical instanceof LocalDate date) {
      return BigDecimal.valueOf(date.toEpochDay());
    }
    if (canonical instanceof LocalTime time) {
      return BigDecimal.valueOf(time.toNanoOfDay() / 1000);
    }
    if (canonical instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    boolean finite = canonical instanceof Number number && Double.isFinite(number.doubleValue());
    return finite || canonical instanceof BigDecimal ? new BigDecimal(canonical.toString()) : null;
  }

  /** Whether the values of a type have positions. */
  static boolean hasThem(ValueType type) {
    return switch (type.kind()) {
      case INT16,
          INT32,
          INT64,
          FLOAT32,
          FLOAT64,
          INTEGER,
          DECIMAL,
          INSTANT,
          DATE_TIME,
          DATE,
          TIME ->
          true;
      case BOOLEAN, CHAR, TEXT, WORDS, UUID, DURATION, PERIOD, BYTES, INET, JSON, ARRAY -> false;
    };
  }

  /** How far values of two types are apart at least, so that every database tells them apart. */
  static BigDecimal step(ValueType left, ValueType right, BigDecimal position) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(scale(left), scale(right)));
    return unit.max(part(left, position)).max(part(right, position));
  }

  private static BigDecimal part(ValueType type, BigDecimal position) {
    return switch (type.kind()) {
      case FLOAT32 -> part(position, FLOAT);
      case FLOAT64, INTEGER, DECIMAL -> part(position, DOUBLE);
      default -> BigDecimal.ZERO;
    };
  }

  private static BigDecimal part(BigDecimal position, BigDecimal part) {
    return position.abs().multiply(part, new MathContext(1, RoundingMode.UP));
  }

  /** The next position that a value of the type can have, if these are evenly spaced. */
  static BigDecimal rounded(ValueType type, BigDecimal position, RoundingMode mode) {
    return switch (type.kind()) {
      case FLOAT32, FLOAT64 -> position;
      case DECIMAL -> type.size() == 0 ? position : position.setScale(type.scale(), mode);
      default -> position.setScale(0, mode);
    };
  }

  /** The digits after the point that tell usual values apart. */
  private static int scale(ValueType type) {
    return switch (type.kind()) {
      case FLOAT32, FLOAT64 -> 2;
      case DECIMAL -> type.size() == 0 ? 2 : type.scale();
      default -> 0;
    };
  }
}
