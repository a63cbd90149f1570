package dev.varve.processor.read;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who took over whose name: {@code @Renamed(from = "b") a} takes that of {@code b}. A chain of such
 * words has an end that nobody has any more, so that it can be told whether they have done their
 * work. A circle hasn't: its words would move everything once more with each migration.
 *
 * @param holder what has the former name of a thing now; null: nothing, or it was never renamed
 */
record Succession<T>(Function<T, @Nullable T> holder) {
  /** Whether going from one to the holder of its former name leads back to {@code start}. */
  boolean leadsBack(T start) {
    Set<T> seen = new HashSet<>();
    for (T at = holder.apply(start); at != null && seen.add(at); at = holder.apply(at)) {
      if (at.equals(start)) {
        return true;
      }
    }
    return false;
  }
}
