package dev.varve.seed.value;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;

/**
 * Canonical values in PostgreSQL's text form, which a parameter without a type takes ({@code
 * setObject(i, text, Types.OTHER)}), and so do a quoted literal and, escaped, COPY.
 */
public final class PostgresEncoder {
  /**
   * The ends of what a timestamp can be, and the last date (<a
   * href="https://www.postgresql.org/docs/current/datatype-datetime.html">Date/Time Types</a>). The
   * server takes the last weeks of 4714 BC too, but its driver reads them as minus infinity.
   */
  private static final LocalDateTime FIRST = LocalDate.of(-4712, 1, 1).atStartOfDay();

  private static final LocalDateTime END = LocalDate.of(294_277, 1, 1).atStartOfDay();
  private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);

  private PostgresEncoder() {}

  /**
   * The text of a value.
   *
   * @throws ValueException if PostgreSQL can't store it
   */
  public static String text(ValueType type, Object canonical) {
    return switch (type.kind()) {
      case DECIMAL -> ((BigDecimal) canonical).toPlainString();
      case INSTANT -> instant((Instant) canonical);
      case DATE_TIME -> dateTime((LocalDateTime) canonical, "");
      case DATE -> date((LocalDate) canonical);
      case BYTES -> "\\x" + HexFormat.of().formatHex((byte[]) canonical);
      case INET -> InetText.format((InetAddress) canonical);
      case ARRAY -> array(type.elementType(), (List<?>) canonical);
      case BOOLEAN,
          INT16,
          INT32,
          INT64,
          FLOAT32,
          FLOAT64,
          INTEGER,
          CHAR,
          TEXT,
          WORDS,
          UUID,
          TIME,
          DURATION,
          PERIOD,
          JSON ->
          canonical.toString();
    };
  }

  private static String instant(Instant value) {
    if (value.isBefore(FIRST.toInstant(ZoneOffset.UTC))
        || !value.isBefore(END.toInstant(ZoneOffset.UTC))) {
      throw outside(value);
    }
    return dateTime(LocalDateTime.ofInstant(value, ZoneOffset.UTC), "+00");
  }

  private static String dateTime(LocalDateTime value, String offset) {
    if (value.isBefore(FIRST) || !value.isBefore(END)) {
      throw outside(value);
    }
    StringBuilder text = new StringBuilder(35);
    TimeText.date(written(value.getYear()), value.getMonthValue(), value.getDayOfMonth(), text);
    TimeText.time(value.toLocalTime(), text.append(' '));
    return text.append(offset).append(value.getYear() <= 0 ? " BC" : "").toString();
  }

  private static String date(LocalDate value) {
    if (value.isBefore(FIRST.toLocalDate()) || value.isAfter(LAST_DATE)) {
      throw outside(value);
    }
    StringBuilder text = new StringBuilder(13);
    TimeText.date(written(value.getYear()), value.getMonthValue(), value.getDayOfMonth(), text);
    return text.append(value.getYear() <= 0 ? " BC" : "").toString();
  }

  /** Year 0 is 1 BC. */
  private static int written(int year) {
    return year > 0 ? year : 1 - year;
  }

  private static ValueException outside(Object value) {
    return new ValueException(
        value + " is beyond what PostgreSQL can store: 4713 BC to 294276, dates to 5874897");
  }

  private static String array(ValueType type, List<?> elements) {
    StringBuilder text = new StringBuilder("{");
    for (Object element : elements) {
      text.append(text.length() == 1 ? "" : ",");
      if (element == null) {
        text.append("NULL");
      } else {
        String value = text(type, element);
        text.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      }
    }
    return text.append('}').toString();
  }
}
