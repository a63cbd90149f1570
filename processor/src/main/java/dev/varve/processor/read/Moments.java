package dev.varve.processor.read;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Simple;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of dates and times with literals. They count as the seed engine does: dates in days
 * since 1970, times of day in microseconds since midnight, others in microseconds since 1970.
 *
 * <p>SQLite compares times as texts, and PostgreSQL reads a moment without offset in the session's
 * zone: bounds are taken so much narrower that all readings agree.
 */
final class Moments {
  private static final long DAY = 86_400_000_000L;
  private static final int DATE_LENGTH = 10;

  private Moments() {}

  static boolean isMoment(ColumnType type) {
    return type == Simple.INSTANT
        || type == Simple.DATE_TIME
        || type == Simple.DATE
        || type == Simple.TIME;
  }

  /** The bounds that a comparison sets; null if it sets none that is understood. */
  static @Nullable Bounds bounds(ColumnType type, Comparison comparison) {
    List<String> texts = comparison.texts();
    if (texts.isEmpty()) {
      return null;
    }
    try {
      String first = texts.get(0);
      return switch (comparison.operator()) {
        case ">=" -> new Bounds(least(type, first, 0), null);
        case ">" -> new Bounds(least(type, first, 1), null);
        case "<=" -> new Bounds(null, greatest(type, first, 0));
        case "<" -> new Bounds(null, greatest(type, first, 1));
        case "between" ->
            texts.size() == 2
                ? new Bounds(least(type, first, 0), greatest(type, texts.get(1), 0))
                : null;
        default -> null;
      };
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static BigDecimal least(ColumnType type, String literal, long strict) {
    if (type == Simple.DATE) {
      return BigDecimal.valueOf(LocalDate.parse(literal).toEpochDay() + strict);
    }
    if (type == Simple.TIME) {
      return BigDecimal.valueOf(LocalTime.parse(literal).toNanoOfDay() / 1000 + strict);
    }
    return BigDecimal.valueOf((day(literal) + (type == Simple.INSTANT ? 2 : 1)) * DAY);
  }

  private static BigDecimal greatest(ColumnType type, String literal, long strict) {
    if (type == Simple.DATE) {
      return BigDecimal.valueOf(LocalDate.parse(literal).toEpochDay() - strict);
    }
    if (type == Simple.TIME) {
      // '18:00:00.000000' is more than '18:00' to SQLite
      return BigDecimal.valueOf(LocalTime.parse(literal).toNanoOfDay() / 1000 - 1);
    }
    return BigDecimal.valueOf((day(literal) - (type == Simple.INSTANT ? 1 : 0)) * DAY - 1);
  }

  private static long day(String literal) {
    String date = literal.substring(0, Math.min(DATE_LENGTH, literal.length()));
    return LocalDate.parse(date).toEpochDay();
  }
}
