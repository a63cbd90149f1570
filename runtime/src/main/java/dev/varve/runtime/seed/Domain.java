package dev.varve.runtime.seed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a column's constraints allow, beyond what its type does.
 *
 * @param min the least number
 * @param max the greatest number
 * @param minLength the fewest characters
 * @param maxLength the most characters; 0: no limit
 * @param notBlank whether a text must hold something else than white space
 * @param patterns what the whole text must match
 * @param values the only values, as text; empty: no such list
 * @param past whether a time must lie before now
 * @param future whether a time must lie after now
 * @param opaque conditions that nobody understands
 */
record Domain(
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    int minLength,
    int maxLength,
    boolean notBlank,
    List<Pattern> patterns,
    List<String> values,
    boolean past,
    boolean future,
    List<String> opaque) {

  /**
   * Refuses what a constraint will refuse.
   *
   * @throws ValueException if {@code value} is outside
   */
  void check(Object value) {
    if (value instanceof Number number) {
      check(decimal(number), number);
    } else if (value instanceof String text) {
      check(text);
    }
    if (!values.isEmpty() && !values.contains(plain(value))) {
      throw new ValueException(plain(value) + " is none of " + String.join(", ", values));
    }
  }

  private void check(@Nullable BigDecimal decimal, Number number) {
    if (min != null && decimal != null && decimal.compareTo(min) < 0) {
      throw new ValueException(number + " is less than " + min.toPlainString());
    }
    if (max != null && decimal != null && decimal.compareTo(max) > 0) {
      throw new ValueException(number + " is more than " + max.toPlainString());
    }
    boolean bounded = min != null || max != null;
    if (bounded && decimal == null) {
      throw new ValueException(number + " is outside of all bounds");
    }
  }

  private void check(String text) {
    int length = text.codePointCount(0, text.length());
    if (length < minLength) {
      throw new ValueException(
          Texts.shown(text) + " has " + length + " characters, fewer than " + minLength);
    }
    if (maxLength > 0 && length > maxLength) {
      throw new ValueException(
          Texts.shown(text) + " has " + length + " characters, more than " + maxLength);
    }
    if (notBlank && text.isBlank()) {
      throw new ValueException("the text is blank");
    }
    for (Pattern pattern : patterns) {
      if (!pattern.matcher(text).matches()) {
        throw new ValueException(Texts.shown(text) + " does not match " + pattern);
      }
    }
  }

  /** Whether {@code value} lies inside. */
  boolean allows(Object value) {
    try {
      check(value);
      return true;
    } catch (ValueException e) {
      return false;
    }
  }

  private static @Nullable BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (number instanceof Float || number instanceof Double) {
      double value = number.doubleValue();
      return Double.isFinite(value) ? new BigDecimal(value) : null;
    }
    return BigDecimal.valueOf(number.longValue());
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal decimal
        ? decimal.stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /** Reads the flags of a column. */
  static final class Builder {
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;
    private int minLength;
    private int maxLength;
    private boolean notBlank;
    private boolean past;
    private boolean future;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> opaque = new ArrayList<>();

    void add(String flag, String value) {
      switch (value.isEmpty() ? flag : flag.substring(0, flag.indexOf('='))) {
        case "min" -> min = new BigDecimal(value);
        case "max" -> max = new BigDecimal(value);
        case "minlength" -> minLength = Integer.parseInt(value);
        case "maxlength" -> maxLength = Integer.parseInt(value);
        case "notblank" -> notBlank = true;
        case "pattern" -> patterns.add(Pattern.compile(Words.decode(value)));
        case "in" -> values.add(Words.decode(value));
        case "past" -> past = true;
        case "future" -> future = true;
        case "opaque" -> opaque.add(Words.decode(value));
        default -> {
          // null, optional, identity, computed: the column's own
        }
      }
    }

    Domain build() {
      return new Domain(
          min, max, minLength, maxLength, notBlank, patterns, values, past, future, opaque);
    }
  }
}
