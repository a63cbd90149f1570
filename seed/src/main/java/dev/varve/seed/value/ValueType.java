package dev.varve.seed.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds, as descriptors write it: {@code int64}, {@code text(320)}, {@code
 * decimal(10,2)}, {@code words(FREE,PRO)}, {@code array(uuid)}.
 *
 * @param kind the type without its parameters
 * @param size of text the most characters, of decimal numbers their digits; 0: no limit
 * @param scale of decimal numbers with a size, the digits after the point
 * @param words the words allowed, in their order; empty but for {@link Kind#WORDS}
 * @param element the type of an array's elements; null but for {@link Kind#ARRAY}
 */
public record ValueType(
    Kind kind, int size, int scale, List<String> words, @Nullable ValueType element) {
  /** Types without parameters, and what those with parameters are called. */
  public enum Kind {
    BOOLEAN,
    INT16,
    INT32,
    INT64,
    FLOAT32,
    FLOAT64,
    INTEGER,
    DECIMAL,
    CHAR,
    TEXT,
    WORDS,
    UUID,
    INSTANT,
    DATE_TIME,
    DATE,
    TIME,
    DURATION,
    PERIOD,
    BYTES,
    INET,
    JSON,
    ARRAY
  }

  /** Copies the words. */
  public ValueType {
    words = List.copyOf(words);
  }

  /** A type without parameters. */
  public ValueType(Kind kind) {
    this(kind, 0, 0, List.of(), null);
  }

  /**
   * Reads a type.
   *
   * @throws IllegalArgumentException if {@code text} is none
   */
  public static ValueType parse(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return new ValueType(kind(text, text));
    }
    Kind kind = kind(text.substring(0, open), text);
    if (!text.endsWith(")")) {
      throw unknown(text);
    }
    String inside = text.substring(open + 1, text.length() - 1);
    return switch (kind) {
      case TEXT -> new ValueType(kind, number(inside, text), 0, List.of(), null);
      case DECIMAL -> decimal(inside, text);
      case WORDS -> new ValueType(kind, 0, 0, words(inside), null);
      case ARRAY -> new ValueType(kind, 0, 0, List.of(), parse(inside));
      default -> throw unknown(text);
    };
  }

  /** The elements' type of an array. */
  public ValueType elementType() {
    if (element == null) {
      throw new IllegalStateException(this + " has no elements");
    }
    return element;
  }

  private static Kind kind(String word, String text) {
    try {
      return Kind.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
  }

  private static ValueType decimal(String inside, String text) {
    int comma = inside.indexOf(',');
    if (comma < 0) {
      throw unknown(text);
    }
    int precision = number(inside.substring(0, comma), text);
    return new ValueType(
        Kind.DECIMAL, precision, number(inside.substring(comma + 1), text), List.of(), null);
  }

  /** Words with commas between them, and a backslash before a comma or backslash of their own. */
  private static List<String> words(String inside) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == ',') {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c == '\\' && i + 1 < inside.length() ? inside.charAt(++i) : c);
      }
    }
    words.add(word.toString());
    return words;
  }

  private static int number(String digits, String text) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw unknown(text);
    }
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException("unknown column type \"" + text + '"');
  }

  /** The type as messages show it: {@code text(320)}. */
  @Override
  public String toString() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case TEXT -> size == 0 ? word : word + '(' + size + ')';
      case DECIMAL -> size == 0 ? word : word + '(' + size + ',' + scale + ')';
      case WORDS -> word + '(' + String.join(",", words) + ')';
      case ARRAY -> word + '(' + element + ')';
      default -> word;
    };
  }
}
