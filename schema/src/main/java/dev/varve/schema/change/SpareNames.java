package dev.varve.schema.change;

import dev.varve.schema.Names;
import java.util.Set;

/** Names for a while: of what is in the way of a rename. */
final class SpareNames {
  private final Set<String> taken;

  /**
   * Spare names.
   *
   * @param taken the names that something has, had or will have; those given out are added
   */
  SpareNames(Set<String> taken) {
    this.taken = taken;
  }

  /** {@code name_former}, with a number where that is taken. */
  String of(String name) {
    String spare = Names.fit(name, "former");
    for (int i = 2; !taken.add(spare); i++) {
      spare = Names.fit(name, "former" + i);
    }
    return spare;
  }
}
