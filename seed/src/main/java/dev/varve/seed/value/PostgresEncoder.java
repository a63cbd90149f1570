package dev.varve.seed.value;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
  private static final Instant FIRST_MOMENT = FIRST.toInstant(ZoneOffset.UTC);
  private static final Instant END_MOMENT = END.toInstant(ZoneOffset.UTC);
  private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);

  private PostgresEncoder() {}

  /**
   * The text of a value.
   *
   * @throws ValueException if PostgreSQL can't store it
   */
  public static String text(ValueType type, Object canonical) {
    if (canonical instanceof String text) {
      return text;
    }
    StringBuilder text = new StringBuilder();
    append(type, canonical, text);
    return text.toString();
  }

  /**
   * Appends the text of a value.
   *
   * @throws ValueException if PostgreSQL can't store it
   */
  public static void append(ValueType type, Object canonical, StringBuilder text) {
    switch (type.kind()) {
      case INT16, INT32, INT64 -> text.append((long) (Long) canonical);
      case CHAR, TEXT, WORDS, JSON -> text.append((String) canonical);
      case DECIMAL -> text.append(((BigDecimal) canonical).toPlainString());
      case INSTANT -> instant((Instant) canonical, text);
      case DATE_TIME -> dateTime((LocalDateTime) canonical, "", text);
      case DATE -> date((LocalDate) canonical, text);
      case TIME -> TimeText.time((LocalTime) canonical, text);
      case BYTES -> text.append("\\x").append(HexFormat.of().formatHex((byte[]) canonical));
      case INET -> text.append(InetText.format((InetAddress) canonical));
      case ARRAY -> array(type.elementType(), (List<?>) canonical, text);
      case BOOLEAN, FLOAT32, FLOAT64, INTEGER, UUID, DURATION, PERIOD -> text.append(canonical);
    }
  }

  private static void instant(Instant value, StringBuilder text) {
    if (value.isBefore(FIRST_MOMENT) || !value.isBefore(END_MOMENT)) {
      throw outside(value);
    }
    dateTime(TimeText.utc(value), "+00", text);
  }

  private static void dateTime(LocalDateTime value, String offset, StringBuilder text) {
    if (value.isBefore(FIRST) || !value.isBefore(END)) {
      throw outside(value);
    }
    TimeText.date(written(value.getYear()), value.getMonthValue(), value.getDayOfMonth(), text);
    TimeText.time(value.toLocalTime(), text.append(' '));
    text.append(offset).append(value.getYear() <= 0 ? " BC" : "");
  }

  private static void date(LocalDate value, StringBuilder text) {
    if (value.isBefore(FIRST.toLocalDate()) || value.isAfter(LAST_DATE)) {
      throw outside(value);
    }
    TimeText.date(written(value.getYear()), value.getMonthValue(), value.getDayOfMonth(), text);
    text.append(value.getYear() <= 0 ? " BC" : "");
  }

  /** Year 0 is 1 BC. */
  private static int written(int year) {
    return year > 0 ? year : 1 - year;
  }

  private static ValueException outside(Object value) {
    return new ValueException(
        value + " is beyond what PostgreSQL can store: 4713 BC to 294276, dates to 5874897");
  }

  private static void array(ValueType type, List<?> elements, StringBuilder text) {
    text.append('{');
    String comma = "";
    for (Object element : elements) {
      text.append(comma);
      comma = ",";
      if (element == null) {
        text.append("NULL");
      } else {
        quote(text(type, element), text);
      }
    }
    text.append('}');
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}
