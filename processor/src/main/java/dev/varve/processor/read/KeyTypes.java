package dev.varve.processor.read;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Text;

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
}
