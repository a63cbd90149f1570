package dev.varve.processor.write;

import dev.varve.runtime.format.LockEntry;

/**
 * A migration as the records ask for it.
 *
 * @param entry its line in the lock file
 * @param up its up script
 * @param down its down script
 */
record Draft(LockEntry entry, String up, String down) {
  /** Whether {@code other} was written for the same statements, whatever its name. */
  boolean isWhatWas(LockEntry other) {
    return entry.up().equals(other.up()) && entry.down().equals(other.down());
  }
}
