package dev.varve.conformance.laws;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Simple;

/**
 * The type of a column.
 *
 * @param scalar the type, or that of the elements; of an enum's column it means nothing
 * @param enumeration the enum whose constants it holds; 0: none
 * @param asType whether the enum is a type of the database
 * @param array whether it holds several
 */
record TypeSketch(ColumnType scalar, int enumeration, boolean asType, boolean array) {
  static TypeSketch of(ColumnType scalar) {
    return new TypeSketch(scalar, 0, false, false);
  }

  static TypeSketch ofEnum(int enumeration, boolean asType) {
    return new TypeSketch(Simple.BOOLEAN, enumeration, asType, false);
  }

  TypeSketch asArray() {
    return new TypeSketch(scalar, enumeration, asType, true);
  }

  boolean isEnum() {
    return enumeration != 0;
  }

  /** Whether any number of different values can be made of it. */
  boolean isEndless() {
    return !isEnum() && !array && scalar != Simple.BOOLEAN && scalar != Simple.JSON;
  }

  Family family() {
    if (array) {
      return Family.LIST;
    }
    if (isEnum()) {
      return Family.OTHER;
    }
    if (scalar instanceof ColumnType.Decimal) {
      return Family.NUMBER;
    }
    if (scalar instanceof ColumnType.Text) {
      return Family.TEXT;
    }
    return scalar instanceof Simple simple ? family(simple) : Family.OTHER;
  }

  private static Family family(Simple simple) {
    return switch (simple) {
      case BOOLEAN -> Family.TRUTH;
      case INT16, INT32, INT64, FLOAT32, FLOAT64, INTEGER -> Family.NUMBER;
      case CHAR -> Family.TEXT;
      case JSON -> Family.JSON;
      case UUID, INSTANT, DATE_TIME, DATE, TIME, DURATION, PERIOD, BYTES, INET -> Family.OTHER;
    };
  }
}
