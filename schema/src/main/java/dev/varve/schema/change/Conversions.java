package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column types can become which.
 *
 * <table>
 *   <caption>All pairs that aren't {@link Conversion#NONE}</caption>
 *   <tr><th>from</th><th>WIDER to</th><th>NARROWER to</th></tr>
 *   <tr><td>BOOLEAN</td><td>INT16, INT32, INT64 (0 and 1); text from length 5 on (true and
 *     false)</td><td>shorter text</td></tr>
 *   <tr><td>INT16, INT32, INT64</td><td>larger whole numbers, INTEGER, decimals with 5, 10 or 19
 *     digits before the point; FLOAT32 from INT16, FLOAT64 from INT16 and INT32; text from length
 *     6, 11 or 20 on</td><td>smaller whole numbers, other decimals and floats, shorter text,
 *     BOOLEAN</td></tr>
 *   <tr><td>INTEGER</td><td>Decimal without limit, Text without limit</td><td>other numbers, other
 *     text</td></tr>
 *   <tr><td>Decimal</td><td>decimals with at least as many digits before and behind the point;
 *     without scale INTEGER, and INT16, INT32, INT64 up to 4, 9, 18 digits; text that is long
 *     enough</td><td>other numbers, shorter text</td></tr>
 *   <tr><td>FLOAT32, FLOAT64</td><td>FLOAT64 from FLOAT32</td><td>other numbers, text</td></tr>
 *   <tr><td>CHAR</td><td>Text</td><td>Words, NativeEnum</td></tr>
 *   <tr><td>Text</td><td>Text that is as long</td><td>shorter Text, CHAR, Words, NativeEnum,
 *     BOOLEAN, all numbers, UUID, INET, JSON</td></tr>
 *   <tr><td>Words, NativeEnum</td><td>both, with at least the same values; text that is long
 *     enough</td><td>both, without some of the values; shorter text, CHAR</td></tr>
 *   <tr><td>UUID, INET, JSON</td><td>text from length 36 or 43 on, or without limit</td><td>shorter
 *     text</td></tr>
 *   <tr><td>DATE</td><td>DATE_TIME, at midnight</td><td></td></tr>
 *   <tr><td>DATE_TIME</td><td></td><td>DATE</td></tr>
 *   <tr><td>Array</td><td colspan="2">arrays of whatever their elements can become</td></tr>
 * </table>
 *
 * <p>The text of times depends on settings or is another in each dialect, and a moment needs a zone
 * to become a date: for those a person has to write the expression.
 */
public final class Conversions {
  private static final int INET_LENGTH = 43;
  private static final int UUID_LENGTH = 36;
  private static final int BOOLEAN_LENGTH = 5;

  private final Map<QualifiedName, List<String>> formerValues;
  private final Map<QualifiedName, List<String>> presentValues;

  /**
   * The conversions between two schemas, whose enum types have the values that count.
   *
   * @param from the former schema
   * @param to the present one
   */
  public Conversions(Schema from, Schema to) {
    formerValues = values(from);
    presentValues = values(to);
  }

  private static Map<QualifiedName, List<String>> values(Schema schema) {
    Map<QualifiedName, List<String>> values = new HashMap<>();
    for (EnumType type : schema.enumTypes()) {
      values.put(type.name(), type.values());
    }
    return values;
  }

  /**
   * How the values of a former column become those of a present one. Where the types are overridden
   * otherwise than before, nobody knows, and the database may try.
   */
  public Conversion of(Column from, Column to) {
    Conversion byType = of(from.type(), to.type());
    return from.sqlType().equals(to.sqlType()) ? byType : byType.and(Conversion.NARROWER);
  }

  /** How the values of a former type become those of a present one. */
  public Conversion of(ColumnType from, ColumnType to) {
    if (from.equals(to)) {
      return Conversion.SAME;
    }
    if (from instanceof Array array) {
      return to instanceof Array other ? of(array.element(), other.element()) : Conversion.NONE;
    }
    List<String> words = words(from, formerValues);
    if (words != null) {
      return ofWords(words, to);
    }
    if (to instanceof Text text) {
      return toText(from, text);
    }
    if (from instanceof Text || from == Simple.CHAR) {
      return ofText(from, to);
    }
    if (from instanceof Decimal decimal) {
      return Numbers.ofDecimal(decimal, to);
    }
    return from instanceof Simple simple ? ofSimple(simple, to) : Conversion.NONE;
  }

  private static @Nullable List<String> words(
      ColumnType type, Map<QualifiedName, List<String>> values) {
    if (type instanceof NativeEnum nativeEnum) {
      return values.getOrDefault(nativeEnum.type(), List.of());
    }
    return type instanceof Words words ? words.values() : null;
  }

  private Conversion ofWords(List<String> words, ColumnType to) {
    List<String> present = words(to, presentValues);
    if (present != null) {
      return wider(new HashSet<>(present).containsAll(words));
    }
    if (to instanceof Text text) {
      int longest = 0;
      for (String word : words) {
        longest = Math.max(longest, word.codePointCount(0, word.length()));
      }
      return wider(text.length() == 0 || text.length() >= longest);
    }
    return to == Simple.CHAR ? Conversion.NARROWER : Conversion.NONE;
  }

  private static Conversion toText(ColumnType from, Text to) {
    if (from instanceof Text text) {
      return wider(to.length() == 0 || text.length() > 0 && to.length() >= text.length());
    }
    int length = from instanceof Decimal decimal ? Numbers.length(decimal) : 0;
    if (from instanceof Simple simple) {
      switch (simple) {
        case BOOLEAN -> length = BOOLEAN_LENGTH;
        case INT16, INT32, INT64 -> length = Numbers.digits(simple) + 1;
        case CHAR -> length = 1;
        case UUID -> length = UUID_LENGTH;
        case INET -> length = INET_LENGTH;
        case INTEGER, JSON -> length = 0;
        case FLOAT32, FLOAT64 -> {
          return Conversion.NARROWER;
        }
        case INSTANT, DATE_TIME, DATE, TIME, DURATION, PERIOD, BYTES -> {
          return Conversion.NONE;
        }
      }
    }
    return wider(to.length() == 0 || length > 0 && to.length() >= length);
  }

  private Conversion ofText(ColumnType from, ColumnType to) {
    if (words(to, presentValues) != null) {
      return Conversion.NARROWER;
    }
    if (from == Simple.CHAR) {
      return Conversion.NONE;
    }
    if (to instanceof Simple simple) {
      return switch (simple) {
        case BOOLEAN, INT16, INT32, INT64, FLOAT32, FLOAT64, INTEGER, CHAR, UUID, INET, JSON ->
            Conversion.NARROWER;
        case INSTANT, DATE_TIME, DATE, TIME, DURATION, PERIOD, BYTES -> Conversion.NONE;
      };
    }
    return to instanceof Decimal ? Conversion.NARROWER : Conversion.NONE;
  }

  private static Conversion ofSimple(Simple from, ColumnType to) {
    return switch (from) {
      case BOOLEAN ->
          to == Simple.INT16 || to == Simple.INT32 || to == Simple.INT64
              ? Conversion.WIDER
              : Conversion.NONE;
      case INT16, INT32, INT64 ->
          to == Simple.BOOLEAN ? Conversion.NARROWER : Numbers.ofWhole(from, to);
      case INTEGER ->
          to.equals(new Decimal(0, 0)) ? Conversion.WIDER : Numbers.narrowerIfNumber(to);
      case FLOAT32 -> to == Simple.FLOAT64 ? Conversion.WIDER : Numbers.narrowerIfNumber(to);
      case FLOAT64 -> Numbers.narrowerIfNumber(to);
      case DATE -> to == Simple.DATE_TIME ? Conversion.WIDER : Conversion.NONE;
      case DATE_TIME -> to == Simple.DATE ? Conversion.NARROWER : Conversion.NONE;
      case CHAR, UUID, INSTANT, TIME, DURATION, PERIOD, BYTES, INET, JSON -> Conversion.NONE;
    };
  }

  private static Conversion wider(boolean wider) {
    return wider ? Conversion.WIDER : Conversion.NARROWER;
  }
}
