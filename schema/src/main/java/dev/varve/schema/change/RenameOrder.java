package dev.varve.schema.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * The order of renames in which no two things ever have the same name: in a chain, {@code a → b →
 * c}, the last comes first, and a cycle is broken by a name for a while. What has a name that is
 * wanted, and isn't renamed itself, will go: it gets out of the way.
 */
final class RenameOrder {
  private RenameOrder() {}

  /**
   * Orders renames.
   *
   * @param renames the new name of each old one; those that are the same count not
   * @param there the names that are there before
   * @param spare a name that nothing has for one that something has
   * @param rename takes the renames, old and new name, in order
   */
  static <N> void of(
      Map<N, N> renames, Set<N> there, UnaryOperator<N> spare, BiConsumer<N, N> rename) {
    Map<N, N> waiting = new HashMap<>();
    List<N> order = new ArrayList<>();
    for (Map.Entry<N, N> entry : renames.entrySet()) {
      if (!entry.getKey().equals(entry.getValue())) {
        waiting.put(entry.getKey(), entry.getValue());
        order.add(entry.getKey());
      }
    }
    for (N from : order) {
      N to = waiting.get(from);
      if (to != null && there.contains(to) && !waiting.containsKey(to)) {
        rename.accept(to, spare.apply(to));
      }
    }
    for (N from : order) {
      follow(from, waiting, spare, rename);
    }
  }

  /** Makes the rename of {@code first} after those of all that are in its way. */
  private static <N> void follow(
      N first, Map<N, N> waiting, UnaryOperator<N> spare, BiConsumer<N, N> rename) {
    List<N> path = new ArrayList<>();
    N at = first;
    N to = waiting.remove(at);
    while (to != null) {
      path.add(at);
      at = to;
      to = waiting.remove(at);
    }
    if (path.isEmpty()) {
      return;
    }
    boolean cycle = at.equals(first);
    N last = path.get(path.size() - 1);
    N aside = cycle ? spare.apply(last) : last;
    if (cycle) {
      rename.accept(last, aside);
      at = last;
      path.remove(path.size() - 1);
    }
    for (int i = path.size() - 1; i >= 0; i--) {
      rename.accept(path.get(i), at);
      at = path.get(i);
    }
    if (cycle) {
      rename.accept(aside, first);
    }
  }
}
