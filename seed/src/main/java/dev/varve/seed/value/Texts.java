package dev.varve.seed.value;

import dev.varve.seed.value.ValueType.Kind;
import java.net.URI;
import java.net.URL;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** Text, and what is stored as text. */
final class Texts {
  private static final int SHOWN = 40;

  private Texts() {}

  /**
   * The text that a column of text, words or one character holds for {@code value}.
   *
   * @throws ValueException if it is too long, none of the words, or no text that both engines store
   */
  static String of(ValueType type, Object value) {
    String text = text(type, value);
    check(text);
    int length = text.codePointCount(0, text.length());
    if (type.kind() == Kind.CHAR && text.length() != 1) {
      throw new ValueException(shown(text) + " is not one character");
    }
    if (type.size() > 0 && length > type.size()) {
      throw new ValueException(
          shown(text) + " has " + length + " characters, " + type + " holds " + type.size());
    }
    if (type.kind() == Kind.WORDS && !type.words().contains(text)) {
      throw new ValueException(shown(text) + " is none of " + String.join(", ", type.words()));
    }
    return text;
  }

  private static String text(ValueType type, Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Locale locale) {
      return tag(locale);
    }
    if (value instanceof Currency currency) {
      return currency.getCurrencyCode();
    }
    if (value instanceof ZoneId zone) {
      return zone.getId();
    }
    if (value instanceof CharSequence
        || value instanceof Character
        || value instanceof URI
        || value instanceof URL) {
      return value.toString();
    }
    throw Canonical.mismatch(type, value);
  }

  /**
   * The language tag of a locale.
   *
   * @throws ValueException if another locale has that tag too: it would come back instead
   */
  static String tag(Locale locale) {
    String tag = locale.toLanguageTag();
    Locale back = Locale.forLanguageTag(tag);
    if (!back.equals(locale)) {
      throw new ValueException(
          "the locale "
              + shown(locale.toString())
              + " has no language tag of its own: it would come back as "
              + shown(back.toString())
              + ", use one that Locale.forLanguageTag returns");
    }
    return tag;
  }

  /**
   * Refuses what PostgreSQL refuses and SQLite cuts or mangles: the character NUL and halves of
   * surrogate pairs.
   */
  static void check(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new ValueException(
            shown(text) + " has the character NUL at " + i + ", which no database text holds");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new ValueException(
              shown(text) + " has half of a surrogate pair at " + i + ": it is not valid Unicode");
        }
        i++;
      }
    }
  }

  /** The beginning of {@code text} in quotes, what isn't printable as an escape. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder("\"");
    int length = text.codePointCount(0, text.length());
    int end = length > SHOWN ? text.offsetByCodePoints(0, SHOWN) : text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c != 0x7f && (!Character.isSurrogate(c) || paired(text, i));
      if (plain) {
        shown.append(c);
      } else {
        JsonText.escape(c, shown);
      }
    }
    return shown.append(end < text.length() ? "…\"" : "\"").toString();
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
