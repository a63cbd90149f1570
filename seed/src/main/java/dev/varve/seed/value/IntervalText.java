package dev.varve.seed.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;

/**
 * An interval, read from its text: as ISO 8601 writes it, or as PostgreSQL does by default and in
 * the style {@code postgres_verbose} (<a
 * href="https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-INTERVAL-OUTPUT">Interval
 * Output</a>).
 *
 * @param months the months, those of years among them
 * @param days the days
 * @param time the rest
 */
record IntervalText(long months, long days, Duration time) {
  /**
   * Reads an interval.
   *
   * @throws IllegalArgumentException if {@code text} is none, or in the style {@code sql_standard}
   * @throws java.time.DateTimeException if a part of it is no number
   */
  static IntervalText parse(String text) {
    return text.startsWith("P") ? iso(text) : postgres(text);
  }

  private static IntervalText iso(String text) {
    int time = text.indexOf('T');
    String date = time < 0 ? text : text.substring(0, time);
    Period period = date.equals("P") ? Period.ZERO : Period.parse(date);
    Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
    return new IntervalText(period.toTotalMonths(), period.getDays(), rest);
  }

  private static IntervalText postgres(String text) {
    IntervalText sum = new IntervalText(0, 0, Duration.ZERO);
    String[] words = text.split(" ");
    for (int i = 0; i < words.length; i++) {
      if (words[i].indexOf(':') > 0) {
        sum = sum.plus(0, 0, clock(words[i]));
      } else if (words[i].equals("ago")) {
        sum = new IntervalText(-sum.months, -sum.days, sum.time.negated());
      } else if (!words[i].equals("@")) {
        boolean last = i + 1 == words.length;
        sum = last ? sum.plus(words[i], "sec") : sum.plus(words[i], words[++i]);
      }
    }
    return sum;
  }

  private IntervalText plus(String number, String unit) {
    String one = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    return switch (one) {
      case "year" -> plus(Long.parseLong(number) * 12, 0, Duration.ZERO);
      case "mon" -> plus(Long.parseLong(number), 0, Duration.ZERO);
      case "day" -> plus(0, Long.parseLong(number), Duration.ZERO);
      case "hour" -> plus(0, 0, Duration.ofHours(Long.parseLong(number)));
      case "min" -> plus(0, 0, Duration.ofMinutes(Long.parseLong(number)));
      case "sec" -> plus(0, 0, seconds(number));
      default -> throw new IllegalArgumentException(unit);
    };
  }

  private IntervalText plus(long moreMonths, long moreDays, Duration more) {
    return new IntervalText(months + moreMonths, days + moreDays, time.plus(more));
  }

  /** Hours, minutes and seconds; a sign before them is of all. */
  private static Duration clock(String text) {
    boolean negative = text.startsWith("-");
    String[] parts = (negative ? text.substring(1) : text).split(":");
    Duration time =
        Duration.ofHours(Long.parseLong(parts[0]))
            .plusMinutes(Long.parseLong(parts[1]))
            .plus(parts.length > 2 ? seconds(parts[2]) : Duration.ZERO);
    return negative ? time.negated() : time;
  }

  private static Duration seconds(String text) {
    return Duration.ofNanos(0).plus(micros(text), java.time.temporal.ChronoUnit.MICROS);
  }

  private static long micros(String text) {
    return new BigDecimal(text).movePointRight(6).longValueExact();
  }

  /**
   * The interval as an amount of time, a day having 24 hours.
   *
   * @throws ValueException if it has months, which have no length
   */
  Duration duration() {
    if (months != 0) {
      throw new ValueException("an interval of " + months + " months is no Duration");
    }
    return time.plusDays(days);
  }

  /**
   * The interval as a period.
   *
   * @throws ValueException if it has hours, minutes or seconds
   */
  Period period() {
    if (!time.isZero()) {
      throw new ValueException("an interval with the time " + time + " is no Period");
    }
    return Period.of((int) (months / 12), (int) (months % 12), Math.toIntExact(days));
  }
}
