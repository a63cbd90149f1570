package dev.varve.schema.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what was called how, by what is said of the present things: each claims one of its
 * candidates. A thing that was there by its present name is renamed only if another claims that
 * name, and what is still there by its name can be claimed only if it is renamed itself: so chains
 * and swaps are found, and words that have done their work are without effect.
 */
final class Claims<N> {
  private final Map<N, List<N>> candidates;
  private final Set<N> former;
  private final Set<N> present;
  private final Map<N, Integer> next = new HashMap<>();

  private Claims(Map<N, List<N>> candidates, Set<N> former, Set<N> present) {
    this.candidates = candidates;
    this.former = former;
    this.present = present;
  }

  /**
   * The present name of each former one that is renamed.
   *
   * @param candidates for present names the former ones that they may have had, in the order in
   *     which they're tried
   * @param former all former names
   * @param present all present names
   */
  static <N> Map<N, N> resolve(Map<N, List<N>> candidates, Set<N> former, Set<N> present) {
    return candidates.isEmpty() ? Map.of() : new Claims<>(candidates, former, present).resolved();
  }

  private Map<N, N> resolved() {
    while (true) {
      Map<N, N> claimed = claimed();
      List<N> rejected = new ArrayList<>();
      for (N name : candidates.keySet()) {
        N old = claim(name);
        if (old != null && !holds(name, old, claimed)) {
          rejected.add(name);
        }
      }
      if (rejected.isEmpty()) {
        return claimed;
      }
      for (N name : rejected) {
        next.merge(name, 1, Integer::sum);
      }
    }
  }

  /** What {@code name} claims now; null: it has no candidate left. */
  private @Nullable N claim(N name) {
    List<N> some = candidates.getOrDefault(name, List.of());
    int place = next.getOrDefault(name, 0);
    while (place < some.size()
        && (!former.contains(some.get(place)) || some.get(place).equals(name))) {
      place++;
    }
    next.put(name, place);
    return place < some.size() ? some.get(place) : null;
  }

  private Map<N, N> claimed() {
    Map<N, N> claimed = new LinkedHashMap<>();
    for (N name : candidates.keySet()) {
      N old = claim(name);
      if (old != null) {
        claimed.putIfAbsent(old, name);
      }
    }
    return claimed;
  }

  private boolean holds(N name, N old, Map<N, N> claimed) {
    boolean own = name.equals(claimed.get(old));
    boolean free = !former.contains(name) || claimed.containsKey(name);
    boolean gone = !present.contains(old) || claim(old) != null;
    return own && free && gone;
  }
}
