package dev.varve.runtime.seed;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a column's constraints allow, beyond what its type does. It is there for who
 * invents values. Values that somebody gives are not checked against it: a domain may be narrower
 * than its constraint, and the database says what it refuses.
 *
 * @param min the least number
 * @param max the greatest number
 * @param minLength the fewest characters, bytes or elements
 * @param maxLength the most; 0: no limit
 * @param notBlank whether a text must hold something else than white space
 * @param patterns what the whole text must match
 * @param values the only values, as text; empty: no such list
 * @param tense whether a time must lie before or after now
 * @param opaque conditions that nobody understands
 */
record ValueDomain(
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    int minLength,
    int maxLength,
    boolean notBlank,
    List<Pattern> patterns,
    List<String> values,
    Tense tense,
    List<String> opaque) {
  /** Where a time must lie. */
  enum Tense {
    ANY,
    PAST,
    FUTURE
  }

  /** Everything that the type allows. */
  static final ValueDomain ALL = read(List.of());

  ValueDomain {
    patterns = List.copyOf(patterns);
    values = List.copyOf(values);
    opaque = List.copyOf(opaque);
  }

  /**
   * Reads the words of a column's line in a descriptor: {@code min=1}, {@code maxlength=80}, {@code
   * notblank}, {@code pattern=…}. Words about other things are passed over.
   *
   * @param words the words as they stand there, with percent and two digits for some bytes
   */
  static ValueDomain read(List<String> words) {
    BigDecimal min = null;
    BigDecimal max = null;
    int minLength = 0;
    int maxLength = 0;
    Tense tense = Tense.ANY;
    List<Pattern> patterns = new ArrayList<>();
    List<String> values = new ArrayList<>();
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
        min, max, minLength, maxLength, notBlank, patterns, values, tense, opaque);
  }

  /**
   * Whether a canonical number, text, array or bytes lie inside; of other values nothing is asked.
   */
  boolean allows(Object canonical) {
    if (canonical instanceof Number number) {
      return allows(number);
    }
    if (canonical instanceof String text) {
      return allows(text);
    }
    if (canonical instanceof List<?> elements) {
      return isLong(elements.size());
    }
    return !(canonical instanceof byte[] bytes) || isLong(bytes.length);
  }

  private boolean allows(Number number) {
    if (number instanceof Float || number instanceof Double) {
      // A database compares floating point columns with bounds as doubles.
      double value = number.doubleValue();
      return (min == null || value >= min.doubleValue())
          && (max == null || value <= max.doubleValue())
          && isListed(number);
    }
    BigDecimal value = decimal(number);
    return (min == null || value.compareTo(min) >= 0)
        && (max == null || value.compareTo(max) <= 0)
        && isListed(number);
  }

  private boolean allows(String text) {
    for (Pattern pattern : patterns) {
      if (!pattern.matcher(text).matches()) {
        return false;
      }
    }
    return isLong(text.codePointCount(0, text.length()))
        && !(notBlank && text.isBlank())
        && isListed(text);
  }

  private boolean isLong(int length) {
    return length >= minLength && (maxLength == 0 || length <= maxLength);
  }

  private boolean isListed(Object canonical) {
    for (String value : values) {
      boolean same =
          canonical instanceof Number number
              ? new BigDecimal(value).compareTo(decimal(number)) == 0
              : value.equals(canonical.toString());
      if (same) {
        return true;
      }
    }
    return values.isEmpty();
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigInteger integer
        ? new BigDecimal(integer)
        : new BigDecimal(number.toString());
  }
}
