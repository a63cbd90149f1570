package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions that column types bring in SQLite, which has no types for most values.
 *
 * <p>Null meets all of them. That needs words for {@code json_valid}, which says 0 of null before
 * version 3.42 (measured with 3.40).
 */
final class SqliteChecks {
  private final Identifiers names;
  private final Map<QualifiedName, List<String>> enumValues = new HashMap<>();

  SqliteChecks(Identifiers names, Schema schema) {
    this.names = names;
    for (EnumType type : schema.enumTypes()) {
      enumValues.put(type.name(), type.values());
    }
  }

  /** The condition for a column; empty: none. */
  String of(Column column) {
    String name = names.quoted(column.name());
    ColumnType type = column.type();
    if (type instanceof Words words) {
      return oneOf(name, words.values());
    }
    if (column.sqlType().containsKey(Dialect.SQLITE)) {
      return "";
    }
    String valid = (column.nullable() ? name + " IS NULL OR " : "") + "json_valid(" + name + ')';
    if (type instanceof Simple simple) {
      return simple(name, valid, simple);
    }
    if (type instanceof Decimal decimal) {
      return valid + decimal(name, decimal);
    }
    if (type instanceof Text text) {
      return text.length() == 0 ? "" : "length(" + name + ") <= " + text.length();
    }
    if (type instanceof NativeEnum nativeEnum) {
      List<String> values = enumValues.getOrDefault(nativeEnum.type(), List.of());
      return values.isEmpty() ? "" : oneOf(name, values);
    }
    return type instanceof Array ? valid + " AND json_type(" + name + ") = 'array'" : "";
  }

  private static String oneOf(String name, List<String> values) {
    return name + " IN (" + Literals.texts(values) + ')';
  }

  private static String simple(String name, String valid, Simple simple) {
    return switch (simple) {
      case BOOLEAN -> name + " IN (0, 1)";
      case INTEGER -> valid + " AND " + name + " NOT GLOB '*[^0-9-]*'";
      case CHAR -> "length(" + name + ") = 1";
      case UUID -> "length(" + name + ") = 36";
      case JSON -> valid;
      case INT16,
          INT32,
          INT64,
          FLOAT32,
          FLOAT64,
          INSTANT,
          DATE_TIME,
          DATE,
          TIME,
          DURATION,
          PERIOD,
          BYTES,
          INET ->
          "";
    };
  }

  /**
   * What makes JSON a decimal number: a number in the sense of JSON (<a
   * href="https://www.rfc-editor.org/rfc/rfc8259#section-6">RFC 8259, section 6</a>) without an
   * exponent; then digits before the point, found by its place, and digits behind it, found by its
   * distance from the end.
   */
  private static String decimal(String name, Decimal decimal) {
    String number = " AND " + name + " NOT GLOB '*[^0-9.-]*'";
    if (decimal.precision() == 0) {
      return number;
    }
    int before = decimal.precision() - decimal.scale();
    return number
        + " AND instr(ltrim("
        + name
        + ", '-0') || '.', '.') <= "
        + (before + 1)
        + " AND length("
        + name
        + ") - instr("
        + name
        + " || '.', '.') <= "
        + decimal.scale();
  }
}
