package dev.varve.schema;

import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import java.util.List;
import java.util.Locale;

/** Column types as text, as they stand in {@code model.json} and in generated seed builders. */
public final class ColumnTypes {
  private ColumnTypes() {}

  /**
   * Writes {@code type}: {@code int64}, {@code text(320)}, {@code words(FREE,PRO)}, {@code
   * array(uuid)}.
   */
  public static String write(ColumnType type) {
    if (type instanceof Simple simple) {
      return simple.name().toLowerCase(Locale.ROOT);
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
      return "words(" + String.join(",", words.values()) + ')';
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
      case "words" -> new Words(List.of(inside.split(",", -1)));
      case "enum" -> new NativeEnum(QualifiedName.parse(inside));
      case "array" -> new Array(read(inside));
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
    for (Simple simple : Simple.values()) {
      if (simple.name().toLowerCase(Locale.ROOT).equals(text)) {
        return simple;
      }
    }
    throw unknown(text);
  }

  private static ColumnType decimal(String text, String inside) {
    int comma = inside.indexOf(',');
    if (comma < 0) {
      throw unknown(text);
    }
    return new Decimal(
        number(text, inside.substring(0, comma)), number(text, inside.substring(comma + 1)));
  }

  private static int number(String text, String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw unknown(text);
    }
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException("unknown column type \"" + text + '"');
  }
}
