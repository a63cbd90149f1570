package dev.varve.project;

import dev.varve.runtime.format.LockEntry;
import dev.varve.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files that are no longer written: those of dialects that were given up, and drafts that a merge
 * has made obsolete.
 *
 * @param generated those that can be generated anew at any time, so that they are removed
 * @param kept the directories of dialects with migrations that are sealed or that a person edited
 */
record Leftovers(List<Path> generated, List<Path> kept) {
  /** Sorts out what is left of dialects, and of a merge. */
  static Leftovers of(Layout layout, StoredDatabase stored) {
    List<Path> generated = new ArrayList<>(stored.obsolete());
    List<Path> kept = new ArrayList<>();
    for (Map.Entry<Dialect, StoredMigrations> one : stored.dropped().entrySet()) {
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
    return stored.sealed().isEmpty()
        && stored.byHand().isEmpty()
        && known.containsAll(stored.scripts().keySet());
  }
}
