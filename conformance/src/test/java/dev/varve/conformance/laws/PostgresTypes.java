package dev.varve.conformance.laws;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.Dialect;

/** PostgreSQL's types as the guide lists them, to say what values must have become. */
final class PostgresTypes {
  private PostgresTypes() {}

  /** The type of a column; an enum's is {@code text}, for its words. */
  static String of(ColumnSketch column) {
    String given = column.sqlType.get(Dialect.POSTGRESQL);
    if (given != null) {
      return given;
    }
    String scalar = column.type.isEnum() ? "text" : of(column.type.scalar());
    return column.type.array() ? scalar + "[]" : scalar;
  }

  private static String of(ColumnType type) {
    if (type instanceof Decimal decimal) {
      return decimal.precision() == 0
          ? "numeric"
          : "numeric(" + decimal.precision() + "," + decimal.scale() + ")";
    }
    if (type instanceof Text text) {
      return text.length() == 0 ? "text" : "varchar(" + text.length() + ")";
    }
    return switch ((Simple) type) {
      case BOOLEAN -> "boolean";
      case INT16 -> "smallint";
      case INT32 -> "integer";
      case INT64 -> "bigint";
      case FLOAT32 -> "real";
      case FLOAT64 -> "double precision";
      case INTEGER -> "numeric";
      case CHAR -> "varchar(1)";
      case UUID -> "uuid";
      case INSTANT -> "timestamptz";
      case DATE_TIME -> "timestamp";
      case DATE -> "date";
      case TIME -> "time";
      case DURATION, PERIOD -> "interval";
      case BYTES -> "bytea";
      case INET -> "inet";
      case JSON -> "jsonb";
    };
  }
}
