package dev.varve.seed.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a column's constraints allow, beyond what its type does.
 *
 * @param min the least number, or the least time as {@link Positions} counts
 * @param max the greatest, likewise
 * @param minLength the fewest characters, bytes or elements
 * @param maxLength the most; 0: no limit
 * @param notBlank whether a text must hold something else than white space
 * @param patterns what the whole text must match
 * @param values the only values, as text; empty: no such list
 * @param except values that are not allowed, as text
 * @param tense whether a time must lie before or after now
 * @param opaque conditions that nobody understands
 */
public record ValueDomain(
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    int minLength,
    int maxLength,
    boolean notBlank,
    List<Pattern> patterns,
    List<String> values,
    List<String> except,
    Tense tense,
    List<String> opaque) {
  /** Where a time must lie. */
  public enum Tense {
    ANY,
    PAST,
    FUTURE
  }

  /** Everything that the type allows. */
  public static final ValueDomain ALL = read(List.of());

  /** Copies the lists. */
  public ValueDomain {
    patterns = List.copyOf(patterns);
    values = List.copyOf(values);
    except = List.copyOf(except);
    opaque = List.copyOf(opaque);
  }

  /**
   * Reads the words of a column's line in a descriptor: {@code min=1}, {@code maxlength=80}, {@code
   * notblank}, {@code pattern=…}. Words about other things are passed over.
   *
   * @param words the words as they stand there, with percent and two digits for some bytes
   */
  public static ValueDomain read(List<String> words) {
    BigDecimal min = null;
    BigDecimal max = null;
    int minLength = 0;
    int maxLength = 0;
    Tense tense = Tense.ANY;
    List<Pattern> patterns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> except = new ArrayList<>();
    List<String> opaque = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String value = word.substring(equals + 1);
      switch (equals < 0 ? word : word.substring(0, equals)) {
        case "min" -> min = new BigDecimal(value);
        case "max" -> max = new BigDecimal(value);
        case "minlength" -> minLength = Integer.parseInt(value);
        case "maxlength" -> maxLength = Integer.parseInt(value);
        case "pattern" -> patterns.add(Pattern.compile(Words.decode(value)));
        case "in" -> values.add(Words.decode(value));
        case "not" -> except.add(Words.decode(value));
        case "past" -> tense = Tense.PAST;
        case "future" -> tense = Tense.FUTURE;
        case "opaque" -> opaque.add(Words.decode(value));
        default -> {
          // about the column, not its values
        }
      }
    }
    boolean notBlank = words.contains("notblank");
    return new ValueDomain(
        min, max, minLength, maxLength, notBlank, patterns, values, except, tense, opaque);
  }

  /** What of it a Java type has. */
  public ValueDomain of(Class<?> java) {
    boolean small = java == byte.class || java == Byte.class;
    return small
        ? within(BigDecimal.valueOf(Byte.MIN_VALUE), BigDecimal.valueOf(Byte.MAX_VALUE))
        : this;
  }

  /** What of it lies within bounds; null: no bound. */
  ValueDomain within(@Nullable BigDecimal least, @Nullable BigDecimal greatest) {
    BigDecimal from = min == null || least != null && least.compareTo(min) > 0 ? least : min;
    BigDecimal to = max == null || greatest != null && greatest.compareTo(max) < 0 ? greatest : max;
    return new ValueDomain(
        from, to, minLength, maxLength, notBlank, patterns, values, except, tense, opaque);
  }

  /** What of it is that value, as text. */
  ValueDomain only(String value) {
    return new ValueDomain(
        min, max, minLength, maxLength, notBlank, patterns, List.of(value), except, tense, opaque);
  }

  /** What of it is not that value, as text. */
  ValueDomain without(String value) {
    List<String> more = new ArrayList<>(except);
    more.add(value);
    return new ValueDomain(
        min, max, minLength, maxLength, notBlank, patterns, values, more, tense, opaque);
  }

  /**
   * Whether a canonical number, time, text, array or bytes lie inside; of other values nothing is
   * asked.
   */
  public boolean allows(Object canonical) {
    BigDecimal position = canonical instanceof Temporal ? Positions.of(canonical) : null;
    return position == null ? refusal(canonical).isEmpty() : isInside(position);
  }

  private boolean isInside(BigDecimal position) {
    return (min == null || position.compareTo(min) >= 0)
        && (max == null || position.compareTo(max) <= 0);
  }

  /**
   * Refuses a value that somebody gave. Numbers that may have any digits after the point are left
   * to the database: of these a domain has only some.
   *
   * @param canonical a canonical value of {@code type}
   * @throws ValueException if a constraint will refuse it
   */
  public void check(ValueType type, Object canonical) {
    boolean some =
        switch (type.kind()) {
          case FLOAT32, FLOAT64 -> true;
          case DECIMAL -> type.size() == 0;
          default -> false;
        };
    String refusal = some ? "" : refusal(canonical);
    if (!refusal.isEmpty()) {
      throw new ValueException(refusal);
    }
  }

  private String refusal(Object canonical) {
    if (canonical instanceof Number number) {
      return number(number);
    }
    if (canonical instanceof String text) {
      return text(text);
    }
    if (canonical instanceof List<?> elements) {
      return length(elements.size(), " elements");
    }
    return canonical instanceof byte[] bytes ? length(bytes.length, " bytes") : "";
  }

  private String number(Number number) {
    if (min != null && compare(number, min) < 0) {
      return number + " is less than " + min.toPlainString();
    }
    if (max != null && compare(number, max) > 0) {
      return number + " is more than " + max.toPlainString();
    }
    for (String value : except) {
      if (compare(number, new BigDecimal(value)) == 0) {
        return number + " is not allowed";
      }
    }
    for (String value : values) {
      if (compare(number, new BigDecimal(value)) == 0) {
        return "";
      }
    }
    return values.isEmpty() ? "" : noneOf(number.toString());
  }

  /** Compares as databases do: floating point columns with bounds as doubles. */
  private static int compare(Number number, BigDecimal bound) {
    return number instanceof Float || number instanceof Double
        ? Double.compare(number.doubleValue(), bound.doubleValue())
        : decimal(number).compareTo(bound);
  }

  private String text(String text) {
    for (Pattern pattern : patterns) {
      if (!pattern.matcher(text).matches()) {
        return Texts.shown(text) + " does not match " + pattern;
      }
    }
    if (except.contains(text)) {
      return Texts.shown(text) + " is not allowed";
    }
    if (notBlank && text.isBlank()) {
      return Texts.shown(text) + " is blank";
    }
    String length = length(text.codePointCount(0, text.length()), " characters");
    return length.isEmpty() && !values.isEmpty() && !values.contains(text)
        ? noneOf(Texts.shown(text))
        : length;
  }

  private String noneOf(String value) {
    return value + " is none of " + String.join(", ", values);
  }

  private String length(int length, String unit) {
    if (length < minLength) {
      return length + unit + " are fewer than " + minLength;
    }
    return maxLength > 0 && length > maxLength ? length + unit + " are more than " + maxLength : "";
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    return number instanceof Long whole
        ? BigDecimal.valueOf(whole)
        : new BigDecimal(number.toString());
  }
}
