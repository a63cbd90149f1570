package dev.varve.seed;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A variant of a row that has a name, for {@link RowBuilder#with}:
 *
 * <pre>{@code
 * static final Trait<OrderSeed> PAID = o -> o.status(Status.PAID).paidAt(NOON);
 * Order order = seed.order(o -> o.with(PAID).total("99.90"));
 * }</pre>
 *
 * <p>It fits wherever a row's function does: {@code seed.order(PAID)}.
 *
 * @param <B> the row builder
 */
@FunctionalInterface
public interface Trait<B> extends UnaryOperator<B> {
  /**
   * Both, this one first: where both set the same, {@code next} has the last word.
   *
   * @param next the other
   */
  default Trait<B> and(UnaryOperator<B> next) {
    Objects.requireNonNull(next, "next");
    return row -> next.apply(apply(row));
  }
}
