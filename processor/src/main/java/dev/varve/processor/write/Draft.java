package dev.varve.processor.write;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.MigrationName;

/**
 * A migration as the records ask for it.
 *
 * @param entry its line in the lock file
 * @param up its up script
 * @param down its down script
 */
record Draft(LockEntry entry, String up, String down) {
  /** A draft of these scripts. */
  static Draft of(MigrationName name, String up, String down) {
    return new Draft(
        new LockEntry(name, LockEntry.State.DRAFT, Checksum.of(up), Checksum.of(down)), up, down);
  }

  MigrationName name() {
    return entry.migration();
  }

  /** Whether {@code other} was written for the same statements, whatever its name. */
  boolean isWhatWas(LockEntry other) {
    return entry.up().equals(other.up()) && entry.down().equals(other.down());
  }
}
