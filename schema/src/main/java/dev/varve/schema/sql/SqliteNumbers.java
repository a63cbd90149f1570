package dev.varve.schema.sql;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;

/**
 * Conversions to numbers. INTEGER has 64 bits whatever the type says, and numbers of any length are
 * text, so nearly all have to ask whether the value fits.
 */
final class SqliteNumbers {
  private final String value;
  private final String subject;

  SqliteNumbers(String value, String subject) {
    this.value = value;
    this.subject = subject;
  }

  /** Whether a type is stored as INTEGER, and isn't BOOLEAN. */
  static boolean isWhole(ColumnType type) {
    return type == Simple.INT16 || type == Simple.INT32 || type == Simple.INT64;
  }

  private static boolean isFloat(ColumnType type) {
    return type == Simple.FLOAT32 || type == Simple.FLOAT64;
  }

  /** The number as text, of any type; what is no number stays. */
  String toText(ColumnType from) {
    return isFloat(from) ? floatToText() : isWhole(from) ? cast("TEXT") : value;
  }

  /**
   * Before version 3.43 the cast gives 15 digits, which isn't always the number; {@code printf}
   * makes null 0.
   */
  private String floatToText() {
    String text = cast("TEXT");
    return "CASE WHEN CAST("
        + text
        + " AS REAL) = "
        + value
        + SqliteConversions.INDENT
        + "THEN "
        + text
        + SqliteConversions.INDENT
        + "WHEN "
        + value
        + " IS NOT NULL THEN printf('%!.17g', "
        + value
        + ") END";
  }

  /** As a number of 16, 32 or 64 bits. */
  String toWhole(ColumnType from, Simple to) {
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
    return SqliteConversions.isText(from)
        ? guarded("CAST(" + whole + " AS TEXT) = " + value + fits, whole, to)
        : failure(to);
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

  /** As a floating point number, which 15 digits at most name exactly. */
  String toFloat(ColumnType from, Simple to) {
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
    return SqliteConversions.isText(from)
        ? guarded(number + " IN ('integer', 'real')", real, to)
        : failure(to);
  }

  /** As digits of a whole number. */
  String toInteger(ColumnType from) {
    if (isFloat(from)) {
      String whole = cast("INTEGER");
      return guarded(whole + " = " + value, "CAST(" + whole + " AS TEXT)", Simple.INTEGER);
    }
    if (from instanceof Decimal decimal && (decimal.precision() == 0 || decimal.scale() > 0)) {
      return guarded(fraction(), digits(), Simple.INTEGER);
    }
    if (isWhole(from)) {
      return cast("TEXT");
    }
    return SqliteConversions.isText(from) || from instanceof Decimal
        ? value
        : failure(Simple.INTEGER);
  }

  /** As digits of a decimal number. */
  String toDecimal(ColumnType from, Decimal to) {
    if (isWhole(from)) {
      return cast("TEXT");
    }
    if (isFloat(from)) {
      String text = "printf('%." + to.scale() + "f', " + value + ')';
      return to.precision() == 0
          ? floatToText()
          : guarded("CAST(" + text + " AS REAL) = " + value, text, to);
    }
    if (!SqliteConversions.isText(from) && from != Simple.INTEGER && !(from instanceof Decimal)) {
      return failure(to);
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

  private String cast(String type) {
    return "CAST(" + value + " AS " + type + ')';
  }

  private String guarded(String condition, String converted, ColumnType to) {
    return SqliteConversions.guarded(condition, converted, failure(to));
  }

  private String failure(ColumnType to) {
    return SqliteConversions.failure(value, subject, to);
  }
}
