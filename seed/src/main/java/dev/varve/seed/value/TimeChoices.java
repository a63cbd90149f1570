package dev.varve.seed.value;

import dev.varve.seed.value.ValueDomain.Tense;
import dev.varve.seed.value.ValueType.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.function.LongFunction;

/**
 * The times of a column. No clock is asked, for values must be the same tomorrow: what is past lies
 * in the years 1 to 2024, at first in 2020 to 2023; what is future in the years 2999 to 9999, which
 * both engines know.
 */
final class TimeChoices {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate START = LocalDate.of(2020, 1, 1);
  private static final LocalDate PAST_END = LocalDate.of(2025, 1, 1);
  private static final LocalDate FUTURE = LocalDate.of(2999, 1, 1);
  private static final LocalDate END = LocalDate.of(10_000, 1, 1);
  private static final long DAY = 86_400;
  private static final long FOUR_YEARS = 1461;
  private static final long ORDINARY = 1000;

  private TimeChoices() {}

  /** The canonical values of a column of times or of amounts of time. */
  static Choices<?> of(Kind kind, Tense tense) {
    return switch (kind) {
      case INSTANT -> dates(tense, DAY, Instant::ofEpochSecond);
      case DATE_TIME -> dates(tense, DAY, i -> LocalDateTime.ofEpochSecond(i, 0, ZoneOffset.UTC));
      case DATE -> dates(tense, 1, LocalDate::ofEpochDay);
      case TIME -> times(tense);
      case DURATION -> new Choices<>(1L << 32, ORDINARY, i -> Duration.ofMinutes(i + 1));
      default -> new Choices<>(Integer.MAX_VALUE, ORDINARY, i -> Period.ofDays((int) i + 1));
    };
  }

  /** Times from a day on, then those before it. */
  private static <T> Choices<T> dates(Tense tense, long unit, LongFunction<T> at) {
    LocalDate from = tense == Tense.FUTURE ? FUTURE : START;
    LocalDate end = tense == Tense.PAST ? PAST_END : END;
    LocalDate first = tense == Tense.FUTURE ? FUTURE : FIRST;
    long start = from.toEpochDay() * unit;
    long upward = end.toEpochDay() * unit - start;
    long count = upward + start - first.toEpochDay() * unit;
    return new Choices<>(
        count, FOUR_YEARS * unit, i -> at.apply(i < upward ? start + i : start + i - count));
  }

  /** Whole seconds first, then those with microseconds. */
  private static Choices<LocalTime> times(Tense tense) {
    if (tense != Tense.ANY) {
      throw new ValueException("a time of day is past or future only until the next day");
    }
    return new Choices<>(
        DAY * 1_000_000,
        DAY,
        i -> LocalTime.ofNanoOfDay(i % DAY * 1_000_000_000 + i / DAY * 1_000));
  }
}
