package dev.varve.seed.value;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;

/** From canonical values to the Java types that records have. */
final class JavaValues {
  private JavaValues() {}

  /**
   * A canonical value, but no array and no JSON, as {@code wanted}.
   *
   * @throws ValueException if it is no value of {@code wanted}
   */
  static Object of(Object canonical, Class<?> wanted) {
    if (canonical instanceof Long number) {
      return whole(number, wanted);
    }
    if (canonical instanceof String text) {
      return text(text, wanted);
    }
    if (canonical instanceof Instant instant) {
      return instant(instant, wanted);
    }
    return canonical;
  }

  private static Object whole(long number, Class<?> wanted) {
    if (wanted == byte.class || wanted == Byte.class) {
      if (number != (byte) number) {
        throw new ValueException(number + " is no byte");
      }
      return (byte) number;
    }
    if (wanted == short.class || wanted == Short.class) {
      return (short) number;
    }
    return wanted == int.class || wanted == Integer.class ? (Object) (int) number : number;
  }

  private static Object instant(Instant instant, Class<?> wanted) {
    if (wanted == OffsetDateTime.class) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return wanted == ZonedDateTime.class
        ? ZonedDateTime.ofInstant(instant, ZoneOffset.UTC)
        : instant;
  }

  private static Object text(String text, Class<?> wanted) {
    if (wanted == char.class || wanted == Character.class) {
      return text.charAt(0);
    }
    if (Enum.class.isAssignableFrom(wanted)) {
      return constant(text, wanted);
    }
    try {
      if (wanted == URI.class) {
        return URI.create(text);
      }
      if (wanted == URL.class) {
        return new URL(text);
      }
      if (wanted == Locale.class) {
        return Locale.forLanguageTag(text);
      }
      if (wanted == Currency.class) {
        return Currency.getInstance(text);
      }
      return ZoneId.class.isAssignableFrom(wanted) ? ZoneId.of(text) : text;
    } catch (IllegalArgumentException | MalformedURLException | java.time.DateTimeException e) {
      throw new ValueException(Texts.shown(text) + " is no " + wanted.getSimpleName(), e);
    }
  }

  /** The constant of that name; an enum's constants with bodies have classes of their own. */
  static Object constant(String name, Class<?> wanted) {
    Class<?> type = wanted.isEnum() ? wanted : wanted.getSuperclass();
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new ValueException(Texts.shown(name) + " is no constant of " + type.getName());
  }
}
