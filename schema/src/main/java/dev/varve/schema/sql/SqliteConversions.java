package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import java.util.Map;

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
  /** What an element of an array is called by {@code json_each}. */
  private static final String ELEMENT = "value";

  static final String INDENT = "\n         ";

  private final SqliteChecks checks;
  private final String table;
  private final String value;
  private final String subject;

  /**
   * Conversions of one value.
   *
   * @param table the table's name as it is written, with a point; empty: the value is no column
   * @param checks what types are held by, with the values of the new enum types
   * @param value the expression that reads it, cheap enough to be repeated
   * @param subject what it is called in errors, {@code orders.total}
   */
  SqliteConversions(SqliteChecks checks, String table, String value, String subject) {
    this.checks = checks;
    this.table = table;
    this.value = value;
    this.subject = subject;
  }

  /**
   * The expression for the value in its new type; the value itself where nothing changes. Where
   * there is no way from one type to the other it fails for any value.
   */
  String convert(ColumnType from, ColumnType to) {
    if (from.equals(to) || isText(from) && isText(to)) {
      return value;
    }
    if (to instanceof Array array) {
      return toArray(from, array);
    }
    if (to instanceof Decimal decimal) {
      return numbers().toDecimal(from, decimal);
    }
    return to instanceof Simple simple ? toSimple(from, simple) : toText(from);
  }

  /**
   * The expression for a value with other words in its new type.
   *
   * @param words the new word for each old one; of an array's elements
   */
  String convert(ColumnType from, ColumnType to, Map<String, String> words) {
    if (words.isEmpty()) {
      return convert(from, to);
    }
    return from instanceof Array former && to instanceof Array present
        ? elements(former.element(), present.element(), words)
        : new SqliteConversions(checks, "", replaced(value, words), subject).convert(from, to);
  }

  private static String replaced(String value, Map<String, String> words) {
    StringBuilder sql = new StringBuilder("CASE ").append(value);
    for (Map.Entry<String, String> word : words.entrySet()) {
      sql.append(" WHEN ").append(Literals.text(word.getKey()));
      sql.append(" THEN ").append(Literals.text(word.getValue()));
    }
    return sql.append(" ELSE ").append(value).append(" END").toString();
  }

  private SqliteNumbers numbers() {
    return new SqliteNumbers(value, subject);
  }

  private String toArray(ColumnType from, Array to) {
    if (from instanceof Array former) {
      return elements(former.element(), to.element(), Map.of());
    }
    return isText(from) || from == Simple.JSON ? value : failure(to);
  }

  private String toSimple(ColumnType from, Simple to) {
    return switch (to) {
      case BOOLEAN -> toBoolean(from);
      case INT16, INT32, INT64 -> numbers().toWhole(from, to);
      case FLOAT32, FLOAT64 -> numbers().toFloat(from, to);
      case INTEGER -> numbers().toInteger(from);
      case UUID -> isText(from) ? textToUuid() : failure(to);
      case INSTANT, DATE_TIME, DATE, TIME -> new SqliteMoments(value, subject).convert(from, to);
      case CHAR -> toText(from);
      case DURATION, PERIOD ->
          isText(from) ? guarded(value + " GLOB 'P[0-9T-]*'", value, to) : failure(to);
      case INET -> isText(from) ? value : failure(to);
      case JSON -> isText(from) || from instanceof Array ? value : failure(to);
      case BYTES -> failure(to);
    };
  }

  /** Whether values of a type are stored as any text. */
  static boolean isText(ColumnType type) {
    return type instanceof Text
        || type instanceof Words
        || type instanceof NativeEnum
        || type == Simple.CHAR;
  }

  private String toBoolean(ColumnType from) {
    // The CHECK of the new column refuses other numbers than 0 and 1.
    return isText(from)
        ? textToBoolean()
        : SqliteNumbers.isWhole(from) ? value : failure(Simple.BOOLEAN);
  }

  private String toText(ColumnType from) {
    if (from == Simple.BOOLEAN) {
      return "CASE " + value + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END";
    }
    return from == Simple.BYTES ? failure(new Text(0)) : numbers().toText(from);
  }

  private String textToBoolean() {
    return "CASE lower("
        + value
        + ") WHEN 'true' THEN 1 WHEN 'false' THEN 0 WHEN '1' THEN 1 WHEN '0' THEN 0 ELSE "
        + failure(Simple.BOOLEAN)
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

  /** No CHECK sees the elements of an array, so what the type of a column brings is asked here. */
  private String elements(ColumnType from, ColumnType to, Map<String, String> words) {
    String element = new SqliteConversions(checks, "", ELEMENT, subject).convert(from, to, words);
    // Without its table a column called key, value, type, id ... would be that of json_each itself.
    String rows = "json_each(" + table + value + ')';
    String check = checks.of(Column.of(ELEMENT, to, false));
    boolean isSafe = to == Simple.UUID || words.isEmpty() && isWider(from, to);
    if (!check.isEmpty() && !isSafe) {
      rows = element.equals(ELEMENT) ? rows : "(SELECT " + element + " AS value FROM " + rows + ')';
      element = guarded(check, ELEMENT, failure(ELEMENT, subject, to));
    }
    if (to == Simple.BOOLEAN) {
      element = "json(CASE " + element + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)";
    }
    // true and false of JSON become 1 and 0 as soon as they're read.
    boolean same = element.equals(ELEMENT) && from != Simple.BOOLEAN;
    return same ? value : mapped(value, element, rows);
  }

  private static boolean isWider(ColumnType from, ColumnType to) {
    return from instanceof Words former
            && to instanceof Words present
            && present.values().containsAll(former.values())
        || from instanceof Text text
            && to instanceof Text other
            && text.length() > 0
            && text.length() <= other.length();
  }

  private static String mapped(String array, String element, String rows) {
    return "CASE WHEN "
        + array
        + " IS NOT NULL"
        + INDENT
        + "THEN (SELECT json_group_array("
        + element.replace(INDENT, " ")
        + ")"
        + INDENT
        + "      FROM "
        + rows.replace(INDENT, " ")
        + ") END";
  }

  private String guarded(String condition, String converted, ColumnType to) {
    return guarded(condition, converted, failure(to));
  }

  /** A value where a condition holds, and another one where it doesn't, on lines of their own. */
  static String guarded(String condition, String converted, String otherwise) {
    return "CASE WHEN "
        + condition
        + INDENT
        + "THEN "
        + converted
        + INDENT
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
      return type instanceof Decimal
          ? "decimal number of the new form"
          : type instanceof Array ? "array" : "such text";
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
