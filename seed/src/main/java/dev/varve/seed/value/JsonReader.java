package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>): objects as maps,
 * arrays as lists, whole numbers as {@code Integer}, {@code Long} or {@code BigInteger}, other
 * numbers as {@code Double} or, where that would lose digits, {@code BigDecimal}.
 */
final class JsonReader {
  private static final int MAX_DEPTH = 1000;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * The value of a document.
   *
   * @throws ValueException if {@code text} is no JSON, or holds what jsonb refuses: the character
   *     NUL, and halves of surrogate pairs
   */
  static @Nullable Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value(0);
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.wrong("the end");
    }
    return value;
  }

  private @Nullable Object value(int depth) {
    blanks();
    if (depth > MAX_DEPTH) {
      throw wrong("at most " + MAX_DEPTH + " levels");
    }
    char c = at < text.length() ? text.charAt(at) : 0;
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    at++;
    if (!next('}')) {
      do {
        blanks();
        String key = string();
        expect(':');
        values.put(key, value(depth + 1));
      } while (next(','));
      expect('}');
    }
    return Collections.unmodifiableMap(values);
  }

  private List<@Nullable Object> array(int depth) {
    List<@Nullable Object> values = new ArrayList<>();
    at++;
    if (!next(']')) {
      do {
        values.add(value(depth + 1));
      } while (next(','));
      expect(']');
    }
    return Collections.unmodifiableList(values);
  }

  private String string() {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw wrong("a text in quotes");
    }
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
      char c = text.charAt(at);
      if (c < ' ') {
        throw wrong("an escape instead of a control character");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    Texts.check(value.toString());
    return value.toString();
  }

  private char escaped() {
    char c = ++at < text.length() ? text.charAt(at) : 0;
    if (c == 'u' && at + 4 < text.length()) {
      try {
        int code = Integer.parseUnsignedInt(text, at + 1, at + 5, 16);
        at += 4;
        return (char) code;
      } catch (NumberFormatException e) {
        throw wrong("four hexadecimal digits");
      }
    }
    int known = "\"\\/nrtbf".indexOf(c);
    if (known < 0) {
      throw wrong("an escape");
    }
    return "\"\\/\n\r\t\b\f".charAt(known);
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong("a value");
    }
    at += word.length();
    return value;
  }

  private Number number() {
    int start = at;
    take('-');
    int first = at;
    digits();
    boolean padded = text.startsWith("0", first) && at > first + 1;
    boolean whole = at > first && !padded;
    if (whole && take('.')) {
      whole = digits();
    }
    if (whole && (take('e') || take('E'))) {
      if (!take('-')) {
        take('+');
      }
      whole = digits();
    }
    if (!whole) {
      throw wrong("a value");
    }
    try {
      return number(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw wrong("a number with a smaller exponent");
    }
  }

  private static Number number(String digits) {
    BigDecimal exact = new BigDecimal(digits);
    if (exact.scale() == 0) {
      BigInteger whole = exact.unscaledValue();
      int bits = whole.bitLength();
      return bits >= Long.SIZE
          ? whole
          : bits >= Integer.SIZE ? whole.longValue() : (Number) whole.intValue();
    }
    double near = exact.doubleValue();
    boolean same =
        Double.isFinite(near) && new BigDecimal(Double.toString(near)).compareTo(exact) == 0;
    return same ? (Number) near : exact;
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > start;
  }

  private boolean take(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private boolean next(char c) {
    blanks();
    return take(c);
  }

  private void expect(char c) {
    if (!next(c)) {
      throw wrong("'" + c + "'");
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private ValueException wrong(String expected) {
    return new ValueException(
        "not JSON: expected " + expected + " at " + at + " of " + Texts.shown(text));
  }
}
