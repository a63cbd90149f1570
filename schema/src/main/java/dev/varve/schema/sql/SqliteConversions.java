package dev.varve.schema.sql;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;

/**
 * How SQLite turns a stored value of one type into one of another, in the forms that {@link
 * SqliteTypes} lists.
 *
 * <p>A value that has no place in the new type must not be changed to one that has. Where neither
 * the new table's CHECK nor STRICT refuses it, the expression fails: {@code json_extract} takes its
 * second argument for a path, and reports one that isn't well-formed with its text (<a
 * href="https://www.sqlite.org/json1.html#path_arguments">PATH arguments</a>). SQLite's own {@code
 * RAISE} works in triggers only. Null stays null: a path that is null gives null.
 */
final class SqliteConversions {
  private final String value;
  private final String subject;

  /**
   * Conversions of one value.
   *
   * @param value the expression that reads it, cheap enough to be repeated
   * @param subject what it is called in errors, {@code orders.total}
   */
  SqliteConversions(String value, String subject) {
    this.value = value;
    this.subject = subject;
  }

  /** The expression for the value in its new type; the value itself where nothing changes. */
  String convert(ColumnType from, ColumnType to) {
    if (from.equals(to)) {
      return value;
    }
    if (to instanceof Array array) {
      return from instanceof Array former ? elements(former.element(), array.element()) : value;
    }
    if (to instanceof Decimal decimal) {
      return toDecimal(from, decimal);
    }
    return to instanceof Simple simple ? toSimple(from, simple) : toText(from);
  }

  private String toSimple(ColumnType from, Simple to) {
    return switch (to) {
      case BOOLEAN -> isText(from) ? textToBoolean() : value;
      case INT16, INT32, INT64 -> toWhole(from, to);
      case FLOAT32, FLOAT64 -> toFloat(from, to);
      case INTEGER -> toInteger(from);
      case UUID -> isText(from) ? textToUuid() : value;
      case INSTANT, DATE_TIME, DATE, TIME -> new SqliteMoments(value, subject).convert(from, to);
      case CHAR -> toText(from);
      case DURATION, PERIOD -> isText(from) ? guarded(value + " GLOB '*P*'", value, to) : value;
      case BYTES, INET, JSON -> value;
    };
  }

  /** Whether values of a type are stored as any text. */
  static boolean isText(ColumnType type) {
    return type instanceof Text
        || type instanceof Words
        || type instanceof NativeEnum
        || type == Simple.CHAR;
  }

  private static boolean isWhole(ColumnType type) {
    return type == Simple.INT16 || type == Simple.INT32 || type == Simple.INT64;
  }

  private static boolean isFloat(ColumnType type) {
    return type == Simple.FLOAT32 || type == Simple.FLOAT64;
  }

  private String toText(ColumnType from) {
    if (from == Simple.BOOLEAN) {
      return "CASE " + value + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END";
    }
    if (isFloat(from)) {
      return floatToText();
    }
    return isWhole(from) ? cast("TEXT") : value;
  }

  /** Before version 3.43 the cast gives 15 digits, which isn't always the number. */
  private String floatToText() {
    String text = cast("TEXT");
    return "CASE WHEN CAST("
        + text
        + " AS REAL) = "
        + value
        + " THEN "
        + text
        + " ELSE printf('%!.17g', "
        + value
        + ") END";
  }

  private String textToBoolean() {
    return "CASE lower("
        + value
        + ") WHEN 'true' THEN 1 WHEN 'false' THEN 0 WHEN '1' THEN 1 WHEN '0' THEN 0 ELSE "
        + failure(Simple.BOOLEAN)
        + " END";
  }

  private String toWhole(ColumnType from, Simple to) {
    if (from == Simple.BOOLEAN || isWhole(from) && bits((Simple) from) <= bits(to)) {
      return value;
    }
    if (isWhole(from)) {
      return guarded(value + range(to), value, to);
    }
    String whole = cast("INTEGER");
    String fits = bits(to) < 64 ? " AND " + whole + range(to) : "";
    if (isFloat(from)) {
      return guarded(whole + " = " + value + fits, whole, to);
    }
    if (from instanceof Decimal decimal && (decimal.precision() == 0 || decimal.scale() > 0)) {
      String digits = digits();
      return guarded(fraction() + " AND " + whole + " = " + digits + " + 0" + fits, whole, to);
    }
    if (from instanceof Decimal || from == Simple.INTEGER) {
      return guarded(whole + " = " + value + " + 0" + fits, whole, to);
    }
    return isText(from)
        ? guarded("CAST(" + whole + " AS TEXT) = " + value + fits, whole, to)
        : value;
  }

  private static int bits(Simple type) {
    return switch (type) {
      case INT16 -> 16;
      case INT32 -> 32;
      default -> 64;
    };
  }

  private static String range(Simple type) {
    return type == Simple.INT16
        ? " BETWEEN -32768 AND 32767"
        : " BETWEEN -2147483648 AND 2147483647";
  }

  /** What a decimal number has before its point. */
  private String digits() {
    return "substr(" + value + ", 1, instr(" + value + " || '.', '.') - 1)";
  }

  /** Whether a decimal number has but zeros behind its point. */
  private String fraction() {
    return "trim(substr(" + value + ", instr(" + value + " || '.', '.')), '.0') = ''";
  }

  private String toFloat(ColumnType from, Simple to) {
    String real = cast("REAL");
    if (isFloat(from)) {
      String fits = "abs(" + value + ") <= 3.4028235e38 OR abs(" + value + ") = 9e999";
      return to == Simple.FLOAT32 ? guarded(fits, value, to) : value;
    }
    if (from == Simple.INT64) {
      return guarded("CAST(" + real + " AS INTEGER) = " + value, real, to);
    }
    if (isWhole(from)) {
      return real;
    }
    if (from instanceof Decimal decimal && decimal.precision() > 0 && decimal.precision() <= 15) {
      return real;
    }
    if (from instanceof Decimal || from == Simple.INTEGER) {
      String significant = "trim(replace(replace(" + value + ", '.', ''), '-', ''), '0')";
      return guarded("length(" + significant + ") <= 15", real, to);
    }
    String number = "CASE WHEN json_valid(" + value + ") THEN json_type(" + value + ") END";
    return isText(from) ? guarded(number + " IN ('integer', 'real')", real, to) : value;
  }

  private String toInteger(ColumnType from) {
    if (isFloat(from)) {
      String whole = cast("INTEGER");
      return guarded(whole + " = " + value, "CAST(" + whole + " AS TEXT)", Simple.INTEGER);
    }
    if (from instanceof Decimal decimal && (decimal.precision() == 0 || decimal.scale() > 0)) {
      return guarded(fraction(), digits(), Simple.INTEGER);
    }
    return isWhole(from) ? cast("TEXT") : value;
  }

  private String toDecimal(ColumnType from, Decimal to) {
    if (isWhole(from)) {
      return cast("TEXT");
    }
    if (isFloat(from)) {
      String text = "printf('%." + to.scale() + "f', " + value + ')';
      return to.precision() == 0
          ? floatToText()
          : guarded("CAST(" + text + " AS REAL) = " + value, text, to);
    }
    boolean shorter =
        from instanceof Decimal decimal
            && to.precision() > 0
            && (decimal.precision() == 0 || decimal.scale() > to.scale());
    return shorter ? withoutZeros(to.scale()) : value;
  }

  /** A decimal number with zeros too many behind its point loses them. */
  private String withoutZeros(int scale) {
    return "CASE WHEN length("
        + value
        + ") - instr("
        + value
        + " || '.', '.') > "
        + scale
        + " THEN rtrim(rtrim("
        + value
        + ", '0'), '.') ELSE "
        + value
        + " END";
  }

  private String textToUuid() {
    String lower = "lower(" + value + ')';
    return guarded(
        value
            + " LIKE '________-____-____-____-____________' AND length(replace("
            + value
            + ", '-', '')) = 32 AND "
            + lower
            + " NOT GLOB '*[^0-9a-f-]*'",
        lower,
        Simple.UUID);
  }

  private String elements(ColumnType from, ColumnType to) {
    String element = new SqliteConversions("value", subject).convert(from, to);
    return element.equals("value") ? value : mapped(value, element);
  }

  /** An array with each {@code value} replaced by an expression. */
  static String mapped(String array, String element) {
    return "CASE WHEN "
        + array
        + " IS NOT NULL THEN (SELECT json_group_array("
        + element
        + ") FROM json_each("
        + array
        + ")) END";
  }

  private String cast(String type) {
    return "CAST(" + value + " AS " + type + ')';
  }

  private String guarded(String condition, String converted, ColumnType to) {
    return guarded(condition, converted, failure(to));
  }

  /** A value where a condition holds, and another one where it doesn't, on lines of their own. */
  static String guarded(String condition, String converted, String otherwise) {
    String indent = "\n         ";
    return "CASE WHEN "
        + condition
        + indent
        + "THEN "
        + converted
        + indent
        + "ELSE "
        + otherwise
        + " END";
  }

  private String failure(ColumnType to) {
    return failure(value, subject, to);
  }

  /** An expression that fails, unless the value is null. */
  static String failure(String value, String subject, ColumnType to) {
    String message = subject + " is no " + noun(to) + ": ";
    return "json_extract('{}', " + Literals.text(message) + " || " + value + ')';
  }

  private static String noun(ColumnType type) {
    if (!(type instanceof Simple simple)) {
      return "number with so few digits";
    }
    return switch (simple) {
      case BOOLEAN -> "truth value";
      case INT16 -> "16-bit number";
      case INT32 -> "32-bit number";
      case INT64 -> "64-bit number";
      case FLOAT32, FLOAT64 -> "floating point number";
      case INTEGER -> "whole number";
      case CHAR -> "character";
      case UUID -> "UUID";
      case INSTANT -> "instant";
      case DATE_TIME -> "date with time";
      case DATE -> "date";
      case TIME -> "time";
      case DURATION -> "duration";
      case PERIOD -> "period";
      case BYTES, INET, JSON -> simple.name();
    };
  }
}
