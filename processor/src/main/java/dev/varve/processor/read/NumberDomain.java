package dev.varve.processor.read;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The numbers that a column can hold, as steps of equal size.
 *
 * @param scale digits after the point
 */
record NumberDomain(int scale) {
  /** As fine as anybody needs where the type sets no limit. */
  private static final int FINE = 6;

  static NumberDomain of(ColumnType type) {
    if (type instanceof Decimal decimal) {
      return new NumberDomain(decimal.precision() == 0 ? FINE : decimal.scale());
    }
    return new NumberDomain(type == Simple.FLOAT32 || type == Simple.FLOAT64 ? FINE : 0);
  }

  /** The least number that is at least, or over, {@code bound}. */
  BigDecimal least(BigDecimal bound, boolean inclusive) {
    BigDecimal rounded = round(bound, RoundingMode.CEILING);
    return inclusive || rounded.compareTo(bound) > 0 ? rounded : rounded.add(step());
  }

  /** The greatest number that is at most, or under, {@code bound}. */
  BigDecimal greatest(BigDecimal bound, boolean inclusive) {
    BigDecimal rounded = round(bound, RoundingMode.FLOOR);
    return inclusive || rounded.compareTo(bound) < 0 ? rounded : rounded.subtract(step());
  }

  private BigDecimal round(BigDecimal bound, RoundingMode mode) {
    return bound.scale() > scale ? bound.setScale(scale, mode) : bound;
  }

  private BigDecimal step() {
    return BigDecimal.ONE.movePointLeft(scale);
  }
}
