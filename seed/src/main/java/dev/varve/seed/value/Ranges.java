package dev.varve.seed.value;

import dev.varve.seed.value.ValueDomain.Tense;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

/** The positions of the values that are invented for types, where no constraint narrows them. */
final class Ranges {
  /** No clock is asked: what is past lies before this day, what is future is not before that. */
  static final LocalDate PAST_END = LocalDate.of(2025, 1, 1);

  static final LocalDate FUTURE = LocalDate.of(2999, 1, 1);

  /** Both engines know the years between. */
  static final LocalDate FIRST = LocalDate.of(1, 1, 1);

  static final LocalDate END = LocalDate.of(10_000, 1, 1);

  private static final long DAY = 86_400_000_000L;
  private static final BigDecimal HUGE = BigDecimal.TEN.pow(13);

  private Ranges() {}

  static BigDecimal least(ValueType type, ValueDomain domain) {
    LocalDate first = domain.tense() == Tense.FUTURE ? FUTURE : FIRST;
    return switch (type.kind()) {
      case DATE -> BigDecimal.valueOf(first.toEpochDay());
      case INSTANT, DATE_TIME -> BigDecimal.valueOf(first.toEpochDay() * DAY);
      case TIME -> BigDecimal.ZERO;
      default -> greatestNumber(type).negate();
    };
  }

  static BigDecimal greatest(ValueType type, ValueDomain domain) {
    LocalDate end = domain.tense() == Tense.PAST ? PAST_END : END;
    return switch (type.kind()) {
      case DATE -> BigDecimal.valueOf(end.toEpochDay() - 1);
      case INSTANT, DATE_TIME -> BigDecimal.valueOf(end.toEpochDay() * DAY - 1);
      case TIME -> BigDecimal.valueOf(DAY - 1);
      default -> greatestNumber(type);
    };
  }

  private static BigDecimal greatestNumber(ValueType type) {
    return switch (type.kind()) {
      case INT16 -> BigDecimal.valueOf(Short.MAX_VALUE);
      case INT32 -> BigDecimal.valueOf(Integer.MAX_VALUE);
      case INT64 -> BigDecimal.valueOf(Long.MAX_VALUE);
      case DECIMAL ->
          type.size() == 0
              ? HUGE
              : new BigDecimal(
                  BigInteger.TEN.pow(type.size()).subtract(BigInteger.ONE), type.scale());
      default -> HUGE;
    };
  }
}
