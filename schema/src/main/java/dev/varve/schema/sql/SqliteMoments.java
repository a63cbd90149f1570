package dev.varve.schema.sql;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Simple;

/**
 * Conversions to dates and times. Texts of them have places of their own for each part, so that
 * most conversions cut or append; a moment without a zone is UTC's.
 */
final class SqliteMoments {
  private static final String MIDNIGHT = "T00:00:00.000000";
  private static final String THREE_DIGITS = ".[0-9][0-9][0-9]";
  private static final String SIX_DIGITS = THREE_DIGITS + "[0-9][0-9][0-9]";

  private final String value;
  private final String subject;

  SqliteMoments(String value, String subject) {
    this.value = value;
    this.subject = subject;
  }

  /** The expression for a value of type {@code from} as one of {@code to}. */
  String convert(ColumnType from, Simple to) {
    if (SqliteConversions.isText(from)) {
      return text(to);
    }
    if (from == Simple.DATE) {
      return switch (to) {
        case DATE_TIME -> value + " || '" + MIDNIGHT + '\'';
        case INSTANT -> value + " || '" + MIDNIGHT + "Z'";
        default -> failure(to);
      };
    }
    if (from == Simple.DATE_TIME) {
      return switch (to) {
        case INSTANT -> value + " || 'Z'";
        case DATE -> date(MIDNIGHT);
        case TIME -> part(12, 15);
        default -> failure(to);
      };
    }
    if (from == Simple.INSTANT) {
      return switch (to) {
        case DATE_TIME -> part(1, 26);
        case DATE -> date(MIDNIGHT + 'Z');
        case TIME -> part(12, 15);
        default -> failure(to);
      };
    }
    return failure(to);
  }

  private String failure(Simple to) {
    return SqliteConversions.failure(value, subject, to);
  }

  private String date(String midnight) {
    return guarded("substr(" + value + ", 11) = '" + midnight + '\'', part(1, 10), Simple.DATE);
  }

  private String part(int start, int length) {
    return "substr(" + value + ", " + start + ", " + length + ')';
  }

  private String text(Simple to) {
    String day = "date(" + part(1, 10) + ", '+0 days') = " + part(1, 10);
    return switch (to) {
      case DATE -> guarded(day + " AND length(" + value + ") = 10", value, to);
      case TIME ->
          guarded(time(part(1, 8)) + " AND " + rest(9, ""), part(1, 8) + " || " + fraction(9), to);
      case DATE_TIME ->
          guarded(day + " AND " + separated() + " AND " + rest(20, ""), moment(""), to);
      default -> guarded(day + " AND " + separated() + " AND " + rest(20, "Z"), moment("Z"), to);
    };
  }

  private String separated() {
    return time(part(12, 8)) + " AND " + part(11, 1) + " IN ('T', ' ')";
  }

  /** Whether a text is hours, minutes and seconds. */
  private static String time(String text) {
    return "time(" + text + ") = " + text;
  }

  /** Whether what follows the seconds is a fraction of three or six digits, or none, and a zone. */
  private String rest(int start, String zone) {
    String rest = "substr(" + value + ", " + start + ')';
    return '('
        + rest
        + " = '"
        + zone
        + "' OR "
        + rest
        + " GLOB '"
        + THREE_DIGITS
        + zone
        + "' OR "
        + rest
        + " GLOB '"
        + SIX_DIGITS
        + zone
        + "')";
  }

  /** With {@code T} between date and time. */
  private String moment(String zone) {
    String text = part(1, 10) + " || 'T' || " + part(12, 8) + " || " + fraction(20);
    return zone.isEmpty() ? text : text + " || '" + zone + '\'';
  }

  /** What follows the seconds, with six digits. */
  private String fraction(int start) {
    String digits = "rtrim(substr(" + value + ", " + start + "), 'Z')";
    return digits + " || substr('.000000', length(" + digits + ") + 1)";
  }

  private String guarded(String condition, String converted, Simple to) {
    return SqliteConversions.guarded(condition, converted, failure(to));
  }
}
