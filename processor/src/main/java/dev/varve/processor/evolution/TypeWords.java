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
import dev.varve.schema.sql.PostgresCasts;

/** Types of columns as a person reads them, and values that both dialects take for them. */
final class TypeWords {
  /** Where there is no such value: something to fill in. */
  private static final String OPEN = "...";

  /** SQL calls them text, which would say less. */
  private static final String WORDS = "the words of an enum";

  private TypeWords() {}

  /** {@code varchar(20)}. */
  static String of(Column column) {
    boolean overridden = column.sqlType().containsKey(Dialect.POSTGRESQL);
    if (!overridden && column.type() instanceof Words) {
      return WORDS;
    }
    return !overridden && column.type() instanceof Array array && array.element() instanceof Words
        ? WORDS + "[]"
        : PostgresCasts.writtenType(column);
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
