package dev.varve.processor.write;

import dev.varve.runtime.format.LockEntry;
import dev.varve.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files of dialects that are no longer written for.
 *
 * @param generated those that can be generated anew at any time, so that they are removed
 * @param kept the directories of dialects with migrations that are sealed or that a person edited
 */
record Leftovers(List<Path> generated, List<Path> kept) {
  /** Sorts out what is left of these dialects. */
  static Leftovers of(Layout layout, Map<Dialect, StoredMigrations> dropped) {
    List<Path> generated = new ArrayList<>();
    List<Path> kept = new ArrayList<>();
    for (Map.Entry<Dialect, StoredMigrations> one : dropped.entrySet()) {
      Dialect dialect = one.getKey();
      if (isGenerated(one.getValue())) {
        for (String file : one.getValue().scripts().keySet()) {
          generated.add(layout.script(dialect, file));
        }
        generated.add(layout.schema(dialect));
        generated.add(layout.lock(dialect));
      } else {
        kept.add(layout.dialect(dialect));
      }
    }
    return new Leftovers(generated, kept);
  }

  private static boolean isGenerated(StoredMigrations stored) {
    Set<String> known = new HashSet<>();
    for (LockEntry draft : stored.drafts()) {
      String up = draft.migration().upFile();
      String down = draft.migration().downFile();
      if (stored.differs(up, draft.up()) || stored.differs(down, draft.down())) {
        return false;
      }
      known.add(up);
      known.add(down);
    }
    return stored.sealed().isEmpty() && known.containsAll(stored.scripts().keySet());
  }
}
