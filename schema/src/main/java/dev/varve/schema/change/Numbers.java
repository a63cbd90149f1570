package dev.varve.schema.change;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;

/** Conversions between types of numbers. */
final class Numbers {
  private Numbers() {}

  /** The most digits of a whole number of a fixed size; 0 for other types. */
  static int digits(Simple whole) {
    return switch (whole) {
      case INT16 -> 5;
      case INT32 -> 10;
      case INT64 -> 19;
      case BOOLEAN,
          FLOAT32,
          FLOAT64,
          INTEGER,
          CHAR,
          UUID,
          INSTANT,
          DATE_TIME,
          DATE,
          TIME,
          DURATION,
          PERIOD,
          BYTES,
          INET,
          JSON ->
          0;
    };
  }

  /** The most characters of a decimal number: sign, a zero before the point, the point; 0: any. */
  static int length(Decimal decimal) {
    if (decimal.precision() == 0) {
      return 0;
    }
    int before = Math.max(1, decimal.precision() - decimal.scale());
    return 1 + before + (decimal.scale() == 0 ? 0 : 1 + decimal.scale());
  }

  /** What becomes of a whole number of a fixed size. */
  static Conversion ofWhole(Simple from, ColumnType to) {
    if (to instanceof Decimal decimal) {
      int before = decimal.precision() - decimal.scale();
      return wider(decimal.precision() == 0 || before >= digits(from));
    }
    boolean larger = to instanceof Simple whole && digits(whole) > digits(from);
    boolean exact =
        to == Simple.FLOAT32 && from == Simple.INT16
            || to == Simple.FLOAT64 && from != Simple.INT64;
    return larger || exact || to == Simple.INTEGER ? Conversion.WIDER : narrowerIfNumber(to);
  }

  /** What becomes of a decimal number. */
  static Conversion ofDecimal(Decimal from, ColumnType to) {
    int before = from.precision() - from.scale();
    if (to instanceof Decimal decimal) {
      boolean fits =
          from.precision() > 0
              && decimal.precision() - decimal.scale() >= before
              && decimal.scale() >= from.scale();
      return wider(decimal.precision() == 0 || fits);
    }
    if (from.precision() > 0 && from.scale() == 0) {
      boolean fits = to instanceof Simple whole && digits(whole) > before;
      return fits || to == Simple.INTEGER ? Conversion.WIDER : narrowerIfNumber(to);
    }
    return narrowerIfNumber(to);
  }

  static Conversion narrowerIfNumber(ColumnType to) {
    boolean number =
        to instanceof Decimal
            || to == Simple.INTEGER
            || to == Simple.FLOAT32
            || to == Simple.FLOAT64
            || to instanceof Simple whole && digits(whole) > 0;
    return number ? Conversion.NARROWER : Conversion.NONE;
  }

  private static Conversion wider(boolean wider) {
    return wider ? Conversion.WIDER : Conversion.NARROWER;
  }
}
