package dev.varve.seed.value;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;

/**
 * Canonical values as SQLite stores them: {@code Long}, {@code Double}, {@code String} or {@code
 * byte[]}, for {@code setObject}.
 */
public final class SqliteEncoder {
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1);

  private SqliteEncoder() {}

  /**
   * What to bind for a value.
   *
   * @throws ValueException if SQLite can't store it
   */
  public static Object value(ValueType type, Object canonical) {
    return switch (type.kind()) {
      case BOOLEAN -> (Boolean) canonical ? 1L : 0L;
      case INT16, INT32, INT64, BYTES -> canonical;
      case FLOAT32, FLOAT64 -> number(((Number) canonical).doubleValue());
      case DECIMAL -> ((BigDecimal) canonical).toPlainString();
      case INSTANT -> instant((Instant) canonical);
      case DATE_TIME -> dateTime((LocalDateTime) canonical, "");
      case DATE -> date((LocalDate) canonical).toString();
      case TIME -> time((LocalTime) canonical);
      case INET -> InetText.format((InetAddress) canonical);
      case ARRAY -> array(type.elementType(), (List<?>) canonical);
      case INTEGER, CHAR, TEXT, WORDS, UUID, DURATION, PERIOD, JSON -> canonical.toString();
    };
  }

  private static Double number(double value) {
    if (Double.isNaN(value)) {
      throw new ValueException("NaN is null to SQLite");
    }
    return value;
  }

  /** An Instant reaches further than a LocalDateTime: its range comes first. */
  private static String instant(Instant value) {
    if (value.isBefore(FIRST) || !value.isBefore(END)) {
      throw outside(value);
    }
    return dateTime(TimeText.utc(value), "Z");
  }

  private static String dateTime(LocalDateTime value, String offset) {
    StringBuilder text = date(value.toLocalDate()).append('T');
    TimeText.time(value.toLocalTime(), text);
    return text.append(offset).toString();
  }

  private static StringBuilder date(LocalDate value) {
    if (value.getYear() < 0 || value.getYear() > 9999) {
      throw outside(value);
    }
    StringBuilder text = new StringBuilder(27);
    TimeText.date(value.getYear(), value.getMonthValue(), value.getDayOfMonth(), text);
    return text;
  }

  private static ValueException outside(Object value) {
    return new ValueException(
        value + " is not in the years 0 to 9999, whose texts SQLite sorts as dates");
  }

  private static String time(LocalTime value) {
    StringBuilder text = new StringBuilder(15);
    TimeText.time(value, text);
    return text.toString();
  }

  /** A JSON array of numbers, of truth values, or of what the column of an element would hold. */
  private static String array(ValueType type, List<?> elements) {
    StringBuilder text = new StringBuilder("[");
    for (Object element : elements) {
      text.append(text.length() == 1 ? "" : ",");
      if (element == null || element instanceof Boolean) {
        text.append(element);
      } else {
        element(value(type, element), text);
      }
    }
    return text.append(']').toString();
  }

  private static void element(Object stored, StringBuilder text) {
    if (stored instanceof Double number && number.isInfinite()) {
      text.append(number > 0 ? "9e999" : "-9e999"); // as SQLite's own json_quote writes it
    } else if (stored instanceof Number) {
      text.append(stored);
    } else if (stored instanceof byte[] bytes) {
      JsonText.quote(HexFormat.of().formatHex(bytes), text);
    } else {
      JsonText.quote((String) stored, text);
    }
  }
}
