package dev.varve.seed.value;

import dev.varve.seed.value.ValueDomain.Tense;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The times of a column. No clock is asked, for values must be the same tomorrow: what is past lies
 * in the years 1 to 2024, at first in 2020 to 2023; what is future in the years 2999 to 9999, which
 * both engines know.
 */
final class TimeChoices {
  private static final LocalDate START = LocalDate.of(2020, 1, 1);
  private static final long DAY = 86_400;
  private static final long FOUR_YEARS = 1461;
  private static final long MONTH = 30;
  private static final long ORDINARY = 1000;
  private static final long MICROS = 1_000_000;

  private TimeChoices() {}

  /** The canonical values of a column of times or of amounts of time. */
  static Choices<?> of(ValueType type, ValueDomain domain) {
    return switch (type.kind()) {
      case INSTANT -> times(type, domain, DAY * MICROS, TimeChoices::instant);
      case DATE_TIME -> times(type, domain, DAY * MICROS, TimeChoices::dateTime);
      case DATE -> ticks(type, domain, 1, 1, LocalDate::ofEpochDay);
      case TIME -> timesOfDay(type, domain);
      case DURATION -> new Choices<>(1L << 32, ORDINARY, i -> Duration.ofMinutes(i + 1));
      default -> new Choices<>(Integer.MAX_VALUE, ORDINARY, i -> Period.ofDays((int) i + 1));
    };
  }

  /** The first and the last of those values, as time goes. */
  static List<?> ends(ValueType type, ValueDomain domain) {
    return switch (type.kind()) {
      case INSTANT -> ends(type, domain, TimeChoices::instant);
      case DATE_TIME -> ends(type, domain, TimeChoices::dateTime);
      case DATE -> ends(type, domain, LocalDate::ofEpochDay);
      case TIME -> ends(type, domain, i -> LocalTime.ofNanoOfDay(i * 1000));
      default -> List.of();
    };
  }

  private static <T> List<T> ends(ValueType type, ValueDomain domain, LongFunction<T> at) {
    return List.of(at.apply(least(type, domain, 1)), at.apply(greatest(type, domain, 1)));
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000L);
  }

  private static LocalDateTime dateTime(long micros) {
    return TimeText.utc(instant(micros));
  }

  /** Whole seconds, or where bounds leave none, microseconds. */
  private static <T> Choices<T> times(
      ValueType type, ValueDomain domain, long day, LongFunction<T> at) {
    boolean seconds = greatest(type, domain, MICROS) >= least(type, domain, MICROS);
    long tick = seconds ? MICROS : 1;
    return ticks(type, domain, day / tick, tick, i -> at.apply(i * tick));
  }

  private static long least(ValueType type, ValueDomain domain, long tick) {
    BigDecimal least = Ranges.least(type, domain);
    BigDecimal bound = domain.min() == null ? least : least.max(domain.min());
    return bound.divide(BigDecimal.valueOf(tick), 0, RoundingMode.CEILING).longValueExact();
  }

  private static long greatest(ValueType type, ValueDomain domain, long tick) {
    BigDecimal greatest = Ranges.greatest(type, domain);
    BigDecimal bound = domain.max() == null ? greatest : greatest.min(domain.max());
    return bound.divide(BigDecimal.valueOf(tick), 0, RoundingMode.FLOOR).longValueExact();
  }

  /**
   * Times from an ordinary day on, then those before it.
   *
   * @param day how many ticks a day has
   * @param tick how many positions a tick has
   */
  private static <T> Choices<T> ticks(
      ValueType type, ValueDomain domain, long day, long tick, LongFunction<T> at) {
    long least = least(type, domain, tick);
    long greatest = greatest(type, domain, tick);
    LocalDate usual = domain.tense() == Tense.FUTURE ? Ranges.FUTURE : START;
    long start = usual.toEpochDay() * day;
    long many = FOUR_YEARS * day;
    if (start < least) {
      start = least;
      many = MONTH * day;
    } else if (start > greatest) {
      start = Math.max(least, greatest - MONTH * day);
    }
    return ticks(start, least, greatest, many, at);
  }

  private static <T> Choices<T> ticks(
      long start, long least, long greatest, long ordinary, LongFunction<T> at) {
    long count = greatest - least + 1;
    long upward = greatest - start + 1;
    return new Choices<>(
        count,
        Math.min(upward, ordinary),
        i -> at.apply(i < upward ? start + i : start + i - count));
  }

  /** Whole seconds first, then those with microseconds. */
  private static Choices<LocalTime> timesOfDay(ValueType type, ValueDomain domain) {
    if (domain.tense() != Tense.ANY) {
      throw new ValueException("a time of day is past or future only until the next day");
    }
    if (domain.min() != null || domain.max() != null) {
      boolean seconds = greatest(type, domain, MICROS) >= least(type, domain, MICROS);
      long tick = seconds ? MICROS : 1;
      long least = least(type, domain, tick);
      long greatest = greatest(type, domain, tick);
      return ticks(least, least, greatest, greatest, i -> LocalTime.ofNanoOfDay(i * tick * 1000));
    }
    return new Choices<>(
        DAY * MICROS, DAY, i -> LocalTime.ofNanoOfDay(i % DAY * 1_000_000_000 + i / DAY * 1_000));
  }
}
