package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.List;

/** Lists of accessors that lead from a record to a value in it. */
final class Paths {
  private Paths() {}

  static List<String> plus(List<String> path, String name) {
    return joined(path, List.of(name));
  }

  static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first.size() + second.size());
    all.addAll(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
