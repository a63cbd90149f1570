package dev.varve.processor.evolution;

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
import dev.varve.schema.Schema;

/** Types of columns as a person reads them, and values that both dialects take for them. */
final class TypeWords {
  /** Where there is no such value: something to fill in. */
  private static final String OPEN = "...";

  private TypeWords() {}

  /** {@code varchar(20)}. */
  static String of(Column column) {
    String written = column.sqlType().get(Dialect.POSTGRESQL);
    return written != null ? written : of(column.type());
  }

  private static String of(ColumnType type) {
    if (type instanceof Simple simple) {
      return of(simple);
    }
    if (type instanceof Decimal decimal) {
      return decimal.precision() == 0
          ? "numeric"
          : "numeric(" + decimal.precision() + ", " + decimal.scale() + ')';
    }
    if (type instanceof Text text) {
      return text.length() == 0 ? "text" : "varchar(" + text.length() + ')';
    }
    if (type instanceof Words) {
      return "the words of an enum";
    }
    return type instanceof Array array
        ? of(array.element()) + "[]"
        : ((NativeEnum) type).type().toString();
  }

  private static String of(Simple type) {
    return switch (type) {
      case BOOLEAN -> "boolean";
      case INT16 -> "smallint";
      case INT32 -> "integer";
      case INT64 -> "bigint";
      case FLOAT32 -> "real";
      case FLOAT64 -> "double precision";
      case INTEGER -> "numeric";
      case CHAR -> "char(1)";
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

  /** A constant that a column could hold. */
  static String example(Column column, Schema schema) {
    ColumnType type = column.type();
    if (type instanceof Simple simple) {
      return example(simple);
    }
    if (type instanceof Decimal) {
      return "0";
    }
    if (type instanceof Text) {
      return "''";
    }
    if (type instanceof Words words) {
      return '\'' + words.values().get(0) + '\'';
    }
    if (type instanceof NativeEnum named) {
      for (EnumType declared : schema.enumTypes()) {
        if (declared.name().equals(named.type())) {
          return '\'' + declared.values().get(0) + '\'';
        }
      }
    }
    return OPEN;
  }

  private static String example(Simple type) {
    return switch (type) {
      case BOOLEAN -> "false";
      case INT16, INT32, INT64, FLOAT32, FLOAT64, INTEGER -> "0";
      case CHAR -> "'-'";
      case UUID -> "'00000000-0000-0000-0000-000000000000'";
      case INSTANT -> "'2000-01-01T00:00:00.000000Z'";
      case DATE_TIME -> "'2000-01-01T00:00:00.000000'";
      case DATE -> "'2000-01-01'";
      case TIME -> "'00:00:00.000000'";
      case DURATION -> "'PT0S'";
      case PERIOD -> "'P0D'";
      case INET -> "'0.0.0.0'";
      case JSON -> "'{}'";
      case BYTES -> OPEN;
    };
  }
}
