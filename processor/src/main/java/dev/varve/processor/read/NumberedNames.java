package dev.varve.processor.read;

import dev.varve.schema.Names;
import java.util.Set;

/**
 * Names for constraints and indexes that would be called alike, with numbers as PostgreSQL does.
 */
final class NumberedNames {
  private NumberedNames() {}

  /** {@code name}, or {@code name1}, {@code name2} … if it is taken. */
  static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 1; taken.contains(free); i++) {
      String numbered = name + i;
      free = Names.bytes(numbered) <= Names.MAX_BYTES ? numbered : Names.fit(name, "" + i);
    }
    return free;
  }
}
