package dev.varve.processor.read;

import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Decimal;
import dev.varve.schema.ColumnType.Simple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What comparisons say about a column of numbers.
 *
 * @param domain the column's
 * @param type the column's
 */
record Numbers(DomainDraft domain, ColumnType type) {
  static boolean isNumber(ColumnType type) {
    return type instanceof Decimal
        || type == Simple.INT16
        || type == Simple.INT32
        || type == Simple.INT64
        || type == Simple.INTEGER
        || type == Simple.FLOAT32
        || type == Simple.FLOAT64;
  }

  /** Adds what a comparison says; false if it isn't understood. */
  boolean read(Comparison comparison) {
    if (comparison.operator().equals("in")) {
      return oneOf(comparison.numbers());
    }
    if (comparison.isInequality()) {
      List<String> forbidden = texts(comparison.numbers());
      domain.noneOf(forbidden);
      return !forbidden.isEmpty();
    }
    Bounds bounds = Bounds.of(comparison, NumberDomain.of(type));
    if (bounds == null) {
      return false;
    }
    bounds.narrow(domain);
    return true;
  }

  private boolean oneOf(List<BigDecimal> numbers) {
    if (!numbers.isEmpty()) {
      domain.oneOf(texts(numbers));
    }
    return !numbers.isEmpty();
  }

  private static List<String> texts(List<BigDecimal> numbers) {
    List<String> texts = new ArrayList<>(numbers.size());
    for (BigDecimal number : numbers) {
      texts.add(number.toPlainString());
    }
    return texts;
  }
}
