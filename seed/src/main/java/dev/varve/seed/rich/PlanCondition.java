package dev.varve.seed.rich;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a unique key is about, where that depends on one column.
 *
 * @param column the column's place
 * @param value what it holds then, or doesn't; null for NULL
 * @param equal whether it holds that, or anything else
 */
public record PlanCondition(int column, @Nullable Object value, boolean equal) {
  /** Whether a row with {@code cell} is one of them. A comparison with NULL is not true. */
  public boolean holds(@Nullable Object cell) {
    if (value == null) {
      return (cell == null) == equal;
    }
    return cell != null && Objects.equals(cell, value) == equal;
  }
}
