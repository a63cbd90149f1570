package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes Java values as JSON: maps, collections, arrays, records by their components, optional
 * values, numbers, and as text everything that a column can hold as text. Keys without an order of
 * their own are sorted, because {@code Map.of} iterates differently in each JVM.
 */
public final class JsonText {
  /** Deeper than any document that people write, and less than both engines read. */
  private static final int MAX_DEPTH = 500;

  private final RecordAccess records;

  /**
   * Writes values.
   *
   * @param records reads the components of records
   */
  public JsonText(RecordAccess records) {
    this.records = records;
  }

  /**
   * The document of a value. A text is one already, as it is to Hibernate and to JDBC.
   *
   * @throws ValueException if {@code value} can't be written as JSON, or is a text that is no JSON
   */
  String document(Object value) {
    if (value instanceof CharSequence text) {
      JsonReader.read(text.toString());
      return text.toString();
    }
    StringBuilder json = new StringBuilder();
    write(value, json, 0);
    return json.toString();
  }

  private void write(@Nullable Object value, StringBuilder json, int depth) {
    if (depth > MAX_DEPTH) {
      throw new ValueException(
          "JSON nested more than " + MAX_DEPTH + " deep: does a value hold itself?");
    }
    if (value == null || value instanceof Boolean) {
      json.append(value);
    } else if (value instanceof Number number) {
      json.append(number(number));
    } else if (value instanceof Optional<?> optional) {
      write(optional.orElse(null), json, depth);
    } else if (value instanceof Map<?, ?> map) {
      object(texts(map), json, depth);
    } else if (value instanceof Record row) {
      object(records.components(row), json, depth);
    } else if (value instanceof Iterable<?> || value.getClass().isArray()) {
      array(value, json, depth);
    } else {
      quote(scalar(value), json);
    }
  }

  private void object(Map<String, @Nullable Object> values, StringBuilder json, int depth) {
    json.append('{');
    String comma = "";
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      quote(entry.getKey(), json.append(comma));
      write(entry.getValue(), json.append(':'), depth + 1);
      comma = ",";
    }
    json.append('}');
  }

  private static Map<String, @Nullable Object> texts(Map<?, ?> map) {
    boolean ordered = map instanceof LinkedHashMap<?, ?> || map instanceof SortedMap<?, ?>;
    Map<String, @Nullable Object> texts = ordered ? new LinkedHashMap<>() : new TreeMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = entry.getKey();
      if (key == null) {
        throw new ValueException("a map with the key null can't be JSON");
      }
      boolean plain = key instanceof Number || key instanceof Boolean;
      texts.put(plain ? key.toString() : scalar(key), entry.getValue());
    }
    return texts;
  }

  private void array(Object value, StringBuilder json, int depth) {
    json.append('[');
    String comma = "";
    for (Object element : elements(value)) {
      write(element, json.append(comma), depth + 1);
      comma = ",";
    }
    json.append(']');
  }

  private static List<@Nullable Object> elements(Object value) {
    if (value instanceof Iterable<?> iterable && !(value instanceof java.util.Collection<?>)) {
      List<@Nullable Object> elements = new ArrayList<>();
      iterable.forEach(elements::add);
      return elements;
    }
    return Elements.of(value, new ValueType(ValueType.Kind.JSON));
  }

  private static String number(Number number) {
    boolean exact = number instanceof BigDecimal || number instanceof BigInteger;
    if (exact || number instanceof Long || number instanceof Integer) {
      return number.toString();
    }
    if (number instanceof Short || number instanceof Byte) {
      return number.toString();
    }
    if (number instanceof Double || number instanceof Float) {
      if (Double.isFinite(number.doubleValue())) {
        return number.toString();
      }
      throw new ValueException(number + " is no number of JSON");
    }
    throw unknown(number);
  }

  private static String scalar(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Locale locale) {
      return Texts.tag(locale);
    }
    if (value instanceof CharSequence
        || value instanceof Character
        || value instanceof UUID
        || value instanceof Temporal
        || value instanceof Duration
        || value instanceof Period
        || value instanceof ZoneId
        || value instanceof Currency
        || value instanceof java.net.URI
        || value instanceof java.net.URL) {
      return value.toString();
    }
    if (value instanceof java.net.InetAddress address) {
      return InetText.format(address);
    }
    throw unknown(value);
  }

  private static ValueException unknown(Object value) {
    return new ValueException(
        value.getClass().getTypeName()
            + " can't be written as JSON: use a record, a map, a collection, a number or a text");
  }

  /** Writes {@code text} with its quotes. */
  static void quote(String text, StringBuilder json) {
    Texts.check(text);
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ' || c == 0x7f) {
        escape(c, json);
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  /** Writes the shortest escape of a character. */
  static void escape(char c, StringBuilder json) {
    int known = "\"\\\n\r\t\b\f".indexOf(c);
    json.append('\\');
    if (known >= 0) {
      json.append("\"\\nrtbf".charAt(known));
    } else {
      String hex = Integer.toHexString(c);
      json.append('u').append("0000", 0, 4 - hex.length()).append(hex);
    }
  }
}
