package dev.varve.schema.change;

import java.util.ArrayList;
import java.util.List;

/** Changes by their kinds alone. */
final class ChangeNames {
  private ChangeNames() {}

  static List<String> of(List<Change> changes) {
    List<String> names = new ArrayList<>();
    changes.forEach(change -> names.add(change.getClass().getSimpleName()));
    return names;
  }
}
