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

/**
 * PostgreSQL's types (<a href="https://www.postgresql.org/docs/current/datatype.html">Data
 * Types</a>), by the names that people write.
 */
final class PostgresTypes {
  private final Identifiers names;

  PostgresTypes(Identifiers names) {
    this.names = names;
  }

  String of(Column column) {
    String overridden = column.sqlType().get(Dialect.POSTGRESQL);
    return overridden == null ? of(column.type()) : overridden;
  }

  private String of(ColumnType type) {
    if (type instanceof Simple simple) {
      return of(simple);
    }
    if (type instanceof Decimal decimal) {
      return decimal.precision() == 0
          ? "numeric"
          : "numeric(" + decimal.precision() + ',' + decimal.scale() + ')';
    }
    if (type instanceof Text text) {
      return text.length() == 0 ? "text" : "varchar(" + text.length() + ')';
    }
    if (type instanceof Words) {
      return "text";
    }
    if (type instanceof NativeEnum nativeEnum) {
      return names.quoted(nativeEnum.type());
    }
    return of(((Array) type).element()) + "[]";
  }

  private static String of(Simple simple) {
    return switch (simple) {
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
