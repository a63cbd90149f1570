package dev.varve.schema;

import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Column types as text, as they stand in {@code model.json} and in generated seed builders. */
public final class ColumnTypes {
  private static final Map<Simple, String> WORDS = new EnumMap<>(Simple.class);
  private static final Map<String, Simple> SIMPLES = new HashMap<>();

  static {
    for (Simple simple : Simple.values()) {
      String word = simple.name().toLowerCase(Locale.ROOT);
      WORDS.put(simple, word);
      SIMPLES.put(word, simple);
    }
  }

  private ColumnTypes() {}

  /**
   * Writes {@code type}: {@code int64}, {@code text(320)}, {@code words(FREE,PRO)}, {@code
   * array(uuid)}.
   */
  public static String write(ColumnType type) {
    if (type instanceof Simple simple) {
      return Objects.requireNonNull(WORDS.get(simple));
    }
    if (type instanceof Decimal decimal) {
      return decimal.precision() == 0
          ? "decimal"
          : "decimal(" + decimal.precision() + ',' + decimal.scale() + ')';
    }
    if (type instanceof Text text) {
      return text.length() == 0 ? "text" : "text(" + text.length() + ')';
    }
    if (type instanceof Words words) {
      return words(words.values());
    }
    if (type instanceof NativeEnum nativeEnum) {
      return "enum(" + nativeEnum.type() + ')';
    }
    return "array(" + write(((Array) type).element()) + ')';
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws IllegalArgumentException if {@code text} is no type
   */
  public static ColumnType read(String text) {
    int open = text.indexOf('(');
    if (open < 0) {
      return plain(text);
    }
    if (!text.endsWith(")")) {
      throw unknown(text);
    }
    String inside = text.substring(open + 1, text.length() - 1);
    return switch (text.substring(0, open)) {
      case "decimal" -> decimal(text, inside);
      case "text" -> new Text(number(text, inside));
      case "words" -> new Words(values(inside));
      case "enum" -> new NativeEnum(QualifiedName.parse(inside));
      case "array" -> array(text, read(inside));
      default -> throw unknown(text);
    };
  }

  private static ColumnType plain(String text) {
    if (text.equals("decimal")) {
      return new Decimal(0, 0);
    }
    if (text.equals("text")) {
      return new Text(0);
    }
    Simple simple = SIMPLES.get(text);
    if (simple == null) {
      throw unknown(text);
    }
    return simple;
  }

  /** Values with commas between them, and a backslash before a comma or backslash of their own. */
  private static String words(List<String> values) {
    StringBuilder text = new StringBuilder("words(");
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      boolean plain = value.indexOf(',') < 0 && value.indexOf('\\') < 0;
      text.append(i == 0 ? "" : ",");
      text.append(plain ? value : value.replace("\\", "\\\\").replace(",", "\\,"));
    }
    return text.append(')').toString();
  }

  private static List<String> values(String text) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        value.append(text.charAt(++i));
      } else if (c == ',') {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }

  private static ColumnType decimal(String text, String inside) {
    int comma = inside.indexOf(',');
    if (comma < 0) {
      throw unknown(text);
    }
    return new Decimal(
        number(text, inside.substring(0, comma)), number(text, inside.substring(comma + 1)));
  }

  private static Array array(String text, ColumnType element) {
    if (element instanceof Array) {
      throw unknown(text);
    }
    return new Array(element);
  }

  private static int number(String text, String digits) {
    try {
      return Integer.parseUnsignedInt(digits);
    } catch (NumberFormatException e) {
      throw unknown(text);
    }
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException("unknown column type \"" + text + '"');
  }
}
