package dev.varve.seed.value;

import static java.time.temporal.ChronoUnit.MICROS;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;

/** Times and amounts of time, in whole microseconds. */
final class Times {
  private Times() {}

  static Object of(ValueType type, Object value) {
    return switch (type.kind()) {
      case INSTANT -> instant(type, value).truncatedTo(MICROS);
      case DATE_TIME -> Canonical.as(LocalDateTime.class, type, value).truncatedTo(MICROS);
      case DATE -> Canonical.as(LocalDate.class, type, value);
      case TIME -> Canonical.as(LocalTime.class, type, value).truncatedTo(MICROS);
      case DURATION -> duration(Canonical.as(Duration.class, type, value));
      case PERIOD -> period(Canonical.as(Period.class, type, value));
      default -> throw Canonical.mismatch(type, value);
    };
  }

  private static Instant instant(ValueType type, Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return value instanceof ZonedDateTime time
        ? time.toInstant()
        : Canonical.as(Instant.class, type, value);
  }

  private static Duration duration(Duration value) {
    Duration cut = value.truncatedTo(MICROS);
    BigInteger micros =
        BigInteger.valueOf(cut.getSeconds())
            .multiply(BigInteger.valueOf(1_000_000))
            .add(BigInteger.valueOf(cut.getNano() / 1_000));
    if (micros.abs().bitLength() > 63) {
      throw new ValueException(
          value + " is longer than the 2562047788 hours that fit into 64 bits of microseconds");
    }
    return cut;
  }

  /** A period as PostgreSQL counts it: months of all years together, and days. */
  private static Period period(Period value) {
    long months = value.toTotalMonths();
    if (months != (int) months) {
      throw new ValueException(value + " has more than " + Integer.MAX_VALUE + " months");
    }
    return value.normalized();
  }
}
