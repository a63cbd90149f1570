package dev.varve.seed.rich;

import dev.varve.seed.value.Choices;
import dev.varve.seed.value.Realistic;
import dev.varve.seed.value.ValueDomain;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values that can be invented for a column; throws a {@code ValueException} if there are none.
 */
public interface PlanValues extends Supplier<Choices<Object>> {
  /** Those that lie in a part of the column's domain. */
  default Choices<Object> within(ValueDomain domain) {
    return get();
  }

  /**
   * The values that it would have in real life; null if nothing is known of it.
   *
   * @param seed what they follow from
   */
  default @Nullable Realistic realistic(long seed) {
    return null;
  }
}
