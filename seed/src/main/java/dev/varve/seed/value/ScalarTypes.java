package dev.varve.seed.value;

import dev.varve.seed.value.ValueType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The column types that Java types have by themselves, without annotations. */
final class ScalarTypes {
  private static final Map<Class<?>, Kind> KINDS = new HashMap<>();

  static {
    put(Kind.BOOLEAN, boolean.class, Boolean.class);
    put(Kind.INT16, byte.class, Byte.class, short.class, Short.class);
    put(Kind.INT32, int.class, Integer.class);
    put(Kind.INT64, long.class, Long.class);
    put(Kind.FLOAT32, float.class, Float.class);
    put(Kind.FLOAT64, double.class, Double.class);
    put(Kind.INTEGER, BigInteger.class);
    put(Kind.DECIMAL, BigDecimal.class);
    put(Kind.CHAR, char.class, Character.class);
    put(Kind.TEXT, String.class, URI.class, URL.class, Locale.class, Currency.class, ZoneId.class);
    put(Kind.UUID, UUID.class);
    put(Kind.INSTANT, Instant.class, OffsetDateTime.class, ZonedDateTime.class);
    put(Kind.DATE_TIME, LocalDateTime.class);
    put(Kind.DATE, LocalDate.class);
    put(Kind.TIME, LocalTime.class);
    put(Kind.DURATION, Duration.class);
    put(Kind.PERIOD, Period.class);
    put(Kind.INET, InetAddress.class);
  }

  private ScalarTypes() {}

  private static void put(Kind kind, Class<?>... types) {
    for (Class<?> type : types) {
      KINDS.put(type, kind);
    }
  }

  /** The type of a column for values of {@code type}; null: it is no single value. */
  static @Nullable ValueType of(Class<?> type) {
    Kind kind = Enum.class.isAssignableFrom(type) ? Kind.TEXT : KINDS.get(type);
    return kind == null ? null : new ValueType(kind);
  }
}
