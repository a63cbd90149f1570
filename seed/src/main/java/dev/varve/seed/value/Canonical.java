package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values in one form for each kind of type, whatever Java type they came in: exactly what the
 * column will hold, or a {@link ValueException}. Both encoders start from it, and what a database
 * returns becomes it first.
 *
 * <table>
 * <caption>The forms</caption>
 * <tr><td>boolean</td><td>{@code Boolean}</td></tr>
 * <tr><td>int16, int32, int64</td><td>{@code Long}</td></tr>
 * <tr><td>float32, float64</td><td>{@code Float}, {@code Double}, never minus zero</td></tr>
 * <tr><td>integer, decimal</td><td>{@code BigInteger}, {@code BigDecimal} of the column's scale
 * </td></tr>
 * <tr><td>text, words, char, json</td><td>{@code String}; of JSON the document</td></tr>
 * <tr><td>instant</td><td>{@code Instant}; as every time, whole microseconds</td></tr>
 * <tr><td>array</td><td>{@code List} of such values and nulls</td></tr>
 * <tr><td>all others</td><td>the Java type they are named after</td></tr>
 * </table>
 */
public final class Canonical {
  private final JsonText json;

  /**
   * Converts values.
   *
   * @param json writes what is stored as JSON
   */
  public Canonical(JsonText json) {
    this.json = json;
  }

  /**
   * The canonical form of {@code value}.
   *
   * @throws ValueException if a column of {@code type} can't hold it
   */
  public Object of(ValueType type, Object value) {
    return switch (type.kind()) {
      case BOOLEAN -> as(Boolean.class, type, value);
      case INT16 -> whole(type, value, Short.MIN_VALUE, Short.MAX_VALUE);
      case INT32 -> whole(type, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case INT64 -> whole(type, value, Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT32 -> as(Float.class, type, value) + 0.0f;
      case FLOAT64 -> as(Double.class, type, value) + 0.0;
      case INTEGER -> Decimals.integer(as(BigInteger.class, type, value));
      case DECIMAL -> Decimals.decimal(type, as(BigDecimal.class, type, value));
      case CHAR, TEXT, WORDS -> Texts.of(type, value);
      case UUID -> as(UUID.class, type, value);
      case INSTANT, DATE_TIME, DATE, TIME, DURATION, PERIOD -> Times.of(type, value);
      case BYTES -> as(byte[].class, type, value);
      case INET -> address(as(InetAddress.class, type, value));
      case JSON -> json.document(value);
      case ARRAY -> array(type, value);
    };
  }

  static <T> T as(Class<T> wanted, ValueType type, Object value) {
    if (!wanted.isInstance(value)) {
      throw mismatch(type, value);
    }
    return wanted.cast(value);
  }

  static ValueException mismatch(ValueType type, Object value) {
    return new ValueException(value.getClass().getTypeName() + " is no type for " + type);
  }

  private static Long whole(ValueType type, Object value, long min, long max) {
    if (!(value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte)) {
      throw mismatch(type, value);
    }
    long number = ((Number) value).longValue();
    if (number < min || number > max) {
      throw new ValueException(number + " is not between " + min + " and " + max);
    }
    return number;
  }

  /** The address without a host's name and without a scope, which no database keeps. */
  static InetAddress address(InetAddress value) {
    try {
      return InetAddress.getByAddress(value.getAddress());
    } catch (UnknownHostException e) {
      throw new ValueException(value + " is no IP address", e);
    }
  }

  private List<@Nullable Object> array(ValueType type, Object value) {
    List<@Nullable Object> elements = new ArrayList<>();
    ValueType element = type.elementType();
    for (Object each : Elements.of(value, type)) {
      elements.add(each == null ? null : element(element, each, elements.size()));
    }
    return elements;
  }

  private Object element(ValueType type, Object value, int index) {
    try {
      return of(type, value);
    } catch (ValueException e) {
      throw new ValueException("element " + index + ": " + e.getMessage(), e);
    }
  }
}
