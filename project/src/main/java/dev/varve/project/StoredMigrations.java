package dev.varve.project;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The migrations of one dialect as they lie in its directory.
 *
 * @param lock the lock file
 * @param scripts the scripts' texts by the names of their files
 */
record StoredMigrations(LockFile lock, Map<String, String> scripts) {
  List<LockEntry> sealed() {
    return inState(LockEntry.State.SEALED);
  }

  List<LockEntry> drafts() {
    return inState(LockEntry.State.DRAFT);
  }

  /** The drafts that follow from the records. */
  List<LockEntry> generated() {
    return drafts(false);
  }

  /** The drafts that a person writes; those whose scripts were both deleted are given up. */
  List<LockEntry> byHand() {
    return drafts(true);
  }

  private List<LockEntry> drafts(boolean byHand) {
    List<LockEntry> found = new ArrayList<>();
    for (LockEntry entry : drafts()) {
      boolean exists =
          scripts.containsKey(entry.migration().upFile())
              || scripts.containsKey(entry.migration().downFile());
      if (entry.byHand() == byHand && (exists || !byHand)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** The text of a script; empty if there is no such file. */
  Optional<String> script(String file) {
    return Optional.ofNullable(scripts.get(file));
  }

  /** Whether a script exists and has another checksum. */
  boolean differs(String file, String checksum) {
    String text = scripts.get(file);
    return text != null && !Checksum.of(text).equals(checksum);
  }

  /** The scripts that the lock file doesn't list. */
  List<String> unknownScripts() {
    Set<String> known = new HashSet<>();
    for (LockEntry entry : lock.entries()) {
      known.add(entry.migration().upFile());
      known.add(entry.migration().downFile());
    }
    List<String> unknown = new ArrayList<>();
    for (String file : scripts.keySet()) {
      if (!known.contains(file)) {
        unknown.add(file);
      }
    }
    return unknown;
  }

  private List<LockEntry> inState(LockEntry.State state) {
    List<LockEntry> found = new ArrayList<>();
    for (LockEntry entry : lock.entries()) {
      if (entry.state() == state) {
        found.add(entry);
      }
    }
    return found;
  }
}
