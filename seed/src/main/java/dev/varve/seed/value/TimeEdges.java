package dev.varve.seed.value;

import dev.varve.seed.value.ValueDomain.Tense;
import dev.varve.seed.value.ValueType.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The times at the limits of SQLite, years 0 to 9999, and of PostgreSQL, 4713 BC to 294276, dates
 * to 5874897; leap days and the last microseconds of days; amounts of time at the limits of both.
 */
final class TimeEdges {
  private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);
  private static final List<LocalDate> ANY =
      List.of(
          LocalDate.of(0, 1, 1),
          LocalDate.of(9999, 12, 31),
          LocalDate.EPOCH,
          LocalDate.of(2024, 2, 29),
          LocalDate.of(1582, 10, 10),
          LocalDate.of(-4712, 1, 1),
          LocalDate.of(294_276, 12, 31));

  private TimeEdges() {}

  /** The values, some of which bounds may exclude; those at bounds are among them. */
  static List<Object> of(ValueType type, ValueDomain domain) {
    List<Object> edges = new ArrayList<>(of(type.kind(), domain.tense()));
    if (domain.min() != null || domain.max() != null) {
      edges.addAll(TimeChoices.ends(type, domain));
    }
    return edges;
  }

  private static List<?> of(Kind kind, Tense tense) {
    return switch (kind) {
      case INSTANT ->
          dateTimes(tense).stream().map(time -> time.toInstant(ZoneOffset.UTC)).toList();
      case DATE_TIME -> dateTimes(tense);
      case DATE -> dates(tense);
      case TIME -> times(tense);
      case DURATION ->
          List.of(
              Duration.ZERO,
              Duration.ofSeconds(Long.MAX_VALUE / 1_000_000, 775_807_000),
              Duration.ofSeconds(-(Long.MAX_VALUE / 1_000_000), -775_807_000),
              Duration.ofNanos(-1_000));
      default ->
          List.of(
              Period.ZERO,
              Period.of(0, Integer.MAX_VALUE, Integer.MAX_VALUE).normalized(),
              Period.of(0, Integer.MIN_VALUE, Integer.MIN_VALUE).normalized(),
              Period.of(1, 14, -40).normalized());
    };
  }

  private static List<LocalDate> dates(Tense tense) {
    List<LocalDate> dates = new ArrayList<>(days(tense));
    if (tense != Tense.PAST) {
      dates.add(LocalDate.of(5_874_897, 12, 31));
    }
    return dates;
  }

  /** No clock is asked: what lies between 2025 and 2998 may be past or future. */
  private static List<LocalDate> days(Tense tense) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day : ANY) {
      boolean fits =
          switch (tense) {
            case ANY -> true;
            case PAST -> day.getYear() < 2025;
            case FUTURE -> day.getYear() > 2998;
          };
      if (fits) {
        days.add(day);
      }
    }
    if (tense == Tense.FUTURE) {
      days.add(LocalDate.of(2999, 1, 1));
    }
    return days;
  }

  /** A day in January at its first microsecond, another at its last. */
  private static List<LocalDateTime> dateTimes(Tense tense) {
    List<LocalDateTime> times = new ArrayList<>();
    for (LocalDate day : days(tense)) {
      boolean end = day.getMonthValue() > 1;
      times.add(end ? day.atTime(LAST) : day.atStartOfDay());
    }
    return times;
  }

  private static List<LocalTime> times(Tense tense) {
    if (tense != Tense.ANY) {
      throw new ValueException("a time of day is past or future only until the next day");
    }
    return List.of(LocalTime.MIN, LAST, LocalTime.NOON);
  }
}
