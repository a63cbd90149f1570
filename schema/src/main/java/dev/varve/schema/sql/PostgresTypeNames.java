package dev.varve.schema.sql;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The spellings of PostgreSQL's types (<a
 * href="https://www.postgresql.org/docs/current/datatype.html#DATATYPE-TABLE">Data Types, table
 * 8.1</a>). The canonical one is that of the server's function {@code format_type}.
 */
final class PostgresTypeNames {
  private PostgresTypeNames() {}

  /**
   * The canonical spelling: {@code character varying(20)} for {@code VARCHAR( 20 )}. Names that
   * aren't PostgreSQL's own stand as they are, without needless white space and in small letters.
   */
  static String canonical(String text) {
    String plain = plain(text);
    int dimensions = plain.indexOf('[');
    if (dimensions >= 0 || plain.endsWith(" array")) {
      // PostgreSQL ignores how many dimensions a declaration names, and how long they are.
      String element = plain.substring(0, dimensions >= 0 ? dimensions : plain.length() - 6);
      return canonical(element.endsWith(" array") ? element.replace(" array", "") : element) + "[]";
    }
    int open = plain.indexOf('(');
    int close = plain.indexOf(')', Math.max(open, 0));
    if (open < 0 || close < 0 || plain.indexOf('"') >= 0) {
      return canonical(plain, "");
    }
    String name = plain.substring(0, open) + plain.substring(close + 1);
    return canonical(name, plain.substring(open, close + 1));
  }

  private static String canonical(String name, String arguments) {
    return switch (name) {
      case "bool" -> "boolean";
      case "int2" -> "smallint";
      case "int", "int4" -> "integer";
      case "int8" -> "bigint";
      case "float4" -> "real";
      case "float8" -> "double precision";
      case "float" -> isShortFloat(arguments) ? "real" : "double precision";
      case "decimal", "dec", "numeric" -> "numeric" + withScale(arguments);
      case "varchar", "char varying", "character varying" -> "character varying" + arguments;
      case "char", "character" -> "character" + (arguments.isEmpty() ? "(1)" : arguments);
      case "bpchar" -> (arguments.isEmpty() ? "bpchar" : "character") + arguments;
      case "bit" -> "bit" + (arguments.isEmpty() ? "(1)" : arguments);
      case "varbit", "bit varying" -> "bit varying" + arguments;
      case "timestamptz", "timestamp with time zone" -> "timestamp" + arguments + " with time zone";
      case "timestamp", "timestamp without time zone" ->
          "timestamp" + arguments + " without time zone";
      case "timetz", "time with time zone" -> "time" + arguments + " with time zone";
      case "time", "time without time zone" -> "time" + arguments + " without time zone";
      default -> name + arguments;
    };
  }

  private static boolean isShortFloat(String arguments) {
    int digits = arguments.isEmpty() ? 53 : number(arguments, 1, arguments.length() - 1);
    return digits >= 0 && digits <= 24;
  }

  private static String withScale(String arguments) {
    return arguments.isEmpty() || arguments.indexOf(',') > 0
        ? arguments
        : arguments.substring(0, arguments.length() - 1) + ",0)";
  }

  /** The type of a canonical spelling; null: none that the model has. */
  static @Nullable ColumnType known(String canonical) {
    if (canonical.endsWith("[]")) {
      ColumnType element = known(canonical.substring(0, canonical.length() - 2));
      return element == null ? null : new Array(element);
    }
    if (canonical.startsWith("character varying(")) {
      int length = number(canonical, 18, canonical.length() - 1);
      return length > 0 ? new Text(length) : null;
    }
    if (canonical.startsWith("numeric(")) {
      int comma = canonical.indexOf(',');
      int precision = number(canonical, 8, comma);
      int scale = number(canonical, comma + 1, canonical.length() - 1);
      return precision > 0 && scale >= 0 ? new Decimal(precision, scale) : null;
    }
    return switch (canonical) {
      case "boolean" -> Simple.BOOLEAN;
      case "smallint" -> Simple.INT16;
      case "integer" -> Simple.INT32;
      case "bigint" -> Simple.INT64;
      case "real" -> Simple.FLOAT32;
      case "double precision" -> Simple.FLOAT64;
      case "numeric" -> new Decimal(0, 0);
      case "text" -> new Text(0);
      case "uuid" -> Simple.UUID;
      case "timestamp with time zone" -> Simple.INSTANT;
      case "timestamp without time zone" -> Simple.DATE_TIME;
      case "date" -> Simple.DATE;
      case "time without time zone" -> Simple.TIME;
      case "interval" -> Simple.DURATION;
      case "bytea" -> Simple.BYTES;
      case "inet" -> Simple.INET;
      case "jsonb" -> Simple.JSON;
      default -> null;
    };
  }

  /** The number between two places; -1: none. */
  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i > start + 8) {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return end > start ? number : -1;
  }

  /** The text with one blank between words, none beside other signs, and small letters. */
  private static String plain(String text) {
    if (text.indexOf('"') >= 0) {
      return text.strip();
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (!Character.isWhitespace(c)) {
        plain.append(c);
      } else if (isWordBefore(plain) && isWordAfter(lower, i)) {
        plain.append(' ');
      }
    }
    return plain.toString();
  }

  private static boolean isWordBefore(StringBuilder text) {
    char last = text.charAt(text.length() - 1);
    return last != ' ' && "(,[.".indexOf(last) < 0;
  }

  private static boolean isWordAfter(String text, int i) {
    int next = i;
    while (Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return "(),[].".indexOf(text.charAt(next)) < 0;
  }
}
