package dev.varve.processor.read;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison leaves of all numbers.
 *
 * @param least the least one; null: no limit
 * @param greatest the greatest one; null: no limit
 */
record Bounds(@Nullable BigDecimal least, @Nullable BigDecimal greatest) {
  /** The bounds that a comparison sets; null if it sets none. */
  static @Nullable Bounds of(Comparison comparison, NumberDomain steps) {
    List<BigDecimal> numbers = comparison.numbers();
    if (numbers.isEmpty()) {
      return null;
    }
    BigDecimal first = numbers.get(0);
    return switch (comparison.operator()) {
      case ">=" -> new Bounds(steps.least(first, true), null);
      case ">" -> new Bounds(steps.least(first, false), null);
      case "<=" -> new Bounds(null, steps.greatest(first, true));
      case "<" -> new Bounds(null, steps.greatest(first, false));
      case "=" -> new Bounds(first, first);
      case "between" ->
          numbers.size() == 2
              ? new Bounds(steps.least(first, true), steps.greatest(numbers.get(1), true))
              : null;
      default -> null;
    };
  }

  /** Narrows the domain of numbers, or of moments. */
  void narrow(DomainDraft domain) {
    if (least != null) {
      domain.atLeast(least);
    }
    if (greatest != null) {
      domain.atMost(greatest);
    }
  }
}
