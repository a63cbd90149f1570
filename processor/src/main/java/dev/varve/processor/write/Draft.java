package dev.varve.processor.write;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.MigrationName;

/**
 * A migration as the records ask for it.
 *
 * @param name its name
 * @param up its up script
 * @param down its down script
 */
record Draft(MigrationName name, String up, String down) {
  /** Its line in the lock file. */
  LockEntry entry() {
    return new LockEntry(name, LockEntry.State.DRAFT, Checksum.of(up), Checksum.of(down));
  }

  /** Whether {@code entry} was written for the same statements, whatever its name. */
  boolean isWhatWas(LockEntry entry) {
    return Checksum.of(up).equals(entry.up()) && Checksum.of(down).equals(entry.down());
  }
}
