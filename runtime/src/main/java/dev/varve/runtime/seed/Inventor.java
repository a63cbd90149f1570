package dev.varve.runtime.seed;

import dev.varve.runtime.seed.ValueType.Kind;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Says for each column which values it can take. */
final class Inventor {
  private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FUTURE = Instant.parse("2200-01-01T00:00:00Z");

  /** A minute and a second: minutes and seconds differ too. */
  private static final long STEP = 61;

  private final TableName table;
  private final ColumnShape column;

  private Inventor(TableName table, ColumnShape column) {
    this.table = table;
    this.column = column;
  }

  /**
   * The choices of a column.
   *
   * @throws ValueException if nobody can know them
   */
  static Choices choices(TableName table, ColumnShape column) {
    if (!column.domain.opaque().isEmpty()) {
      throw new ValueException(
          "its CHECK can't be understood: " + String.join(", ", column.domain.opaque()));
    }
    Choices choices = new Inventor(table, column).choices();
    if (choices.count() < 1) {
      throw new ValueException("no value satisfies all its constraints");
    }
    return choices;
  }

  private Choices choices() {
    if (!column.domain.values().isEmpty()) {
      return listed(column.domain.values());
    }
    return scalar();
  }

  private Choices listed(List<String> words) {
    List<Object> values = new ArrayList<>();
    for (String word : words) {
      Object value = StoredText.parse(column.type, word);
      if (column.domain.allows(value)) {
        values.add(value);
      }
    }
    return Choices.first(values.size(), i -> values.get((int) i));
  }

  private Choices scalar() {
    return switch (column.type.kind()) {
      case WORDS -> listed(column.type.words());
      case BOOLEAN -> Choices.first(2, i -> i == 1);
      case INT16, INT32, INT64, FLOAT32, FLOAT64, INTEGER, DECIMAL -> NumberChoices.of(column);
      case CHAR, TEXT -> text();
      case UUID -> Choices.of(Long.MAX_VALUE, this::uuid);
      case INSTANT -> Choices.of(Choices.PLENTY, this::instant);
      case DATE_TIME ->
          Choices.of(Choices.PLENTY, i -> LocalDateTime.ofInstant(instant(i), ZoneOffset.UTC));
      case DATE -> Choices.of(100_000, this::date);
      case TIME -> Choices.of(24 * 60 * 60, i -> LocalTime.of(12, 0).plusSeconds(i));
      case DURATION -> Choices.of(Choices.PLENTY, i -> Duration.ofSeconds(i + 1));
      case PERIOD -> Choices.of(Choices.PLENTY, i -> Period.ofDays((int) i + 1));
      case BYTES -> Choices.of(Long.MAX_VALUE, i -> ByteBuffer.allocate(8).putLong(i + 1).array());
      case INET -> Choices.of(1 << 24, i -> StoredText.parse(column.type, address(i + 1)));
      case JSON -> json();
      case ARRAY -> Choices.first(1, i -> List.of());
    };
  }

  private Choices json() {
    String document = SmallestJson.of(java().declared());
    return Choices.first(1, i -> document);
  }

  private JavaType java() {
    return Objects.requireNonNull(column.java);
  }

  /** 10.0.0.1 and on: the addresses of private networks. */
  private static String address(long number) {
    long n = number & 0xffffff;
    return "10." + (n >> 16) + '.' + (n >> 8 & 255) + '.' + (n & 255);
  }

  private Choices text() {
    Class<?> raw = java().raw();
    String label = column.setter;
    if (raw == URI.class || raw == URL.class) {
      return Choices.of(Choices.PLENTY, i -> url(label, i));
    }
    if (raw == Locale.class) {
      return listed(KnownWords.LOCALES);
    }
    if (raw == Currency.class) {
      return listed(KnownWords.CURRENCIES);
    }
    if (ZoneId.class.isAssignableFrom(raw)) {
      return listed(KnownWords.ZONES);
    }
    return TextChoices.of(
        label, column.type.kind() == Kind.CHAR ? 1 : column.type.size(), column.domain);
  }

  private static String url(String label, long i) {
    return "https://example.test/" + ascii(label) + '/' + (i + 1);
  }

  private static String ascii(String label) {
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      ascii.append(c < 0x7f && Character.isLetterOrDigit(c) ? c : '-');
    }
    return ascii.toString();
  }

  private Object uuid(long i) {
    long high = Keyed.number(table, column.name, 2 * i);
    long low = Keyed.number(table, column.name, 2 * i + 1);
    // Version 4, variant 2: what a random UUID looks like.
    return new UUID(
        high & 0xffffffffffff0fffL | 0x4000L, low & 0x3fffffffffffffffL | 0x8000000000000000L);
  }

  private Instant instant(long i) {
    return column.domain.future() ? FUTURE.plusSeconds(i * STEP) : PAST.minusSeconds(i * STEP);
  }

  private Object date(long i) {
    LocalDateTime from =
        LocalDateTime.ofInstant(column.domain.future() ? FUTURE : PAST, ZoneOffset.UTC);
    return column.domain.future()
        ? from.toLocalDate().plusDays(i)
        : from.toLocalDate().minusDays(i);
  }
}
