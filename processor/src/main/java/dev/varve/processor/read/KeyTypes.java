package dev.varve.processor.read;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.ColumnType.Text;
import dev.varve.schema.ColumnTypes;

/** Compares the types at both ends of a foreign key. */
final class KeyTypes {
  private KeyTypes() {}

  /** Whether a column of the first type may refer to one of the second; sizes don't matter. */
  static boolean agree(ColumnType from, ColumnType to) {
    return from instanceof Text && to instanceof Text
        || from instanceof Decimal && to instanceof Decimal
        || isEnum(from) && isEnum(to)
        || from.equals(to);
  }

  private static boolean isEnum(ColumnType type) {
    return type instanceof ColumnType.Words || type instanceof ColumnType.NativeEnum;
  }

  /** A type by the name that people know from Java. */
  static String display(ColumnType type) {
    if (type instanceof Text) {
      return "String";
    }
    if (type instanceof Decimal) {
      return "BigDecimal";
    }
    return type instanceof Simple simple ? display(simple) : ColumnTypes.write(type);
  }

  private static String display(Simple simple) {
    return switch (simple) {
      case BOOLEAN -> "boolean";
      case INT16 -> "short";
      case INT32 -> "int";
      case INT64 -> "long";
      case FLOAT32 -> "float";
      case FLOAT64 -> "double";
      case INTEGER -> "BigInteger";
      case CHAR -> "char";
      case UUID -> "UUID";
      case INSTANT -> "Instant";
      case DATE_TIME -> "LocalDateTime";
      case DATE -> "LocalDate";
      case TIME -> "LocalTime";
      case DURATION -> "Duration";
      case PERIOD -> "Period";
      case BYTES -> "byte[]";
      case INET -> "InetAddress";
      case JSON -> "a JSON document";
    };
  }
}
