package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Array;
import dev.varve.schema.ColumnType.NativeEnum;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Words;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Schema;
import java.util.Optional;

/**
 * Values that mean nothing, for rows of which a lost value can't be had back: zero, the empty text,
 * the first of several words.
 */
public final class Placeholder {
  private Placeholder() {}

  /**
   * A literal that a column accepts as far as its type goes; empty where the type was overridden
   * for the dialect and nothing is known of it.
   *
   * @param column a column of a model, not of a physical form, which has lost the words
   * @param schema the model, for the values of its enum types
   */
  public static Optional<String> of(Column column, Schema schema, Dialect dialect) {
    if (column.sqlType().containsKey(dialect)) {
      return Optional.empty();
    }
    return of(column.type(), schema, dialect);
  }

  private static Optional<String> of(ColumnType type, Schema schema, Dialect dialect) {
    if (type instanceof Simple simple) {
      return Optional.of(
          switch (dialect) {
            case POSTGRESQL -> postgres(simple);
            case SQLITE -> sqlite(simple);
          });
    }
    if (type instanceof Words words) {
      return Optional.of(Literals.text(words.values().get(0)));
    }
    if (type instanceof NativeEnum nativeEnum) {
      return first(nativeEnum, schema);
    }
    if (type instanceof ColumnType.Decimal) {
      return Optional.of(dialect == Dialect.SQLITE ? "'0'" : "0");
    }
    if (type instanceof Array) {
      return Optional.of(dialect == Dialect.SQLITE ? "'[]'" : "'{}'");
    }
    return Optional.of("''");
  }

  private static Optional<String> first(NativeEnum nativeEnum, Schema schema) {
    for (EnumType type : schema.enumTypes()) {
      if (type.name().equals(nativeEnum.type())) {
        return Optional.of(Literals.text(type.values().get(0)));
      }
    }
    return Optional.empty();
  }

  private static String postgres(Simple type) {
    return switch (type) {
      case BOOLEAN -> "false";
      case INT16, INT32, INT64, INTEGER, FLOAT32, FLOAT64 -> "0";
      case CHAR -> "' '";
      case UUID -> "'00000000-0000-0000-0000-000000000000'";
      case INSTANT -> "'1970-01-01 00:00:00+00'";
      case DATE_TIME -> "'1970-01-01 00:00:00'";
      case DATE -> "'1970-01-01'";
      case TIME -> "'00:00:00'";
      case DURATION, PERIOD -> "'PT0S'";
      case BYTES -> "''";
      case INET -> "'0.0.0.0'";
      case JSON -> "'{}'";
    };
  }

  private static String sqlite(Simple type) {
    return switch (type) {
      case BOOLEAN, INT16, INT32, INT64, FLOAT32, FLOAT64 -> "0";
      case INTEGER -> "'0'";
      case CHAR -> "' '";
      case UUID -> "'00000000-0000-0000-0000-000000000000'";
      case INSTANT -> "'1970-01-01T00:00:00.000000Z'";
      case DATE_TIME -> "'1970-01-01T00:00:00.000000'";
      case DATE -> "'1970-01-01'";
      case TIME -> "'00:00:00.000000'";
      case DURATION -> "'PT0S'";
      case PERIOD -> "'P0D'";
      case BYTES -> "x''";
      case INET -> "'0.0.0.0'";
      case JSON -> "'{}'";
    };
  }
}
