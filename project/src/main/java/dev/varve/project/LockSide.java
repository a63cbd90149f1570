package dev.varve.project;

import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What one side of a merge has in a lock file, whose lines may be there twice.
 *
 * @param entries its migrations
 * @param snapshots the checksums of snapshots; more than one only if lines were merged
 */
record LockSide(Set<LockEntry> entries, Set<String> snapshots) {
  /**
   * Reads each line for itself.
   *
   * @throws FormatException if one of them is none of a lock file
   */
  static LockSide parse(String text) {
    Set<LockEntry> entries = new LinkedHashSet<>();
    Set<String> snapshots = new LinkedHashSet<>();
    for (String line : text.split("\\R")) {
      LockFile one = LockFile.parse(line);
      entries.addAll(one.entries());
      one.snapshot().ifPresent(snapshots::add);
    }
    return new LockSide(entries, snapshots);
  }

  /** The sealed migrations that {@code other} doesn't have. */
  Set<LockEntry> sealedBeyond(LockSide other) {
    Set<LockEntry> beyond = new LinkedHashSet<>();
    for (LockEntry entry : entries) {
      if (entry.state() == LockEntry.State.SEALED && !other.entries.contains(entry)) {
        beyond.add(entry);
      }
    }
    return beyond;
  }
}
