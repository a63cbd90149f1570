package dev.varve.conformance.crash;

import dev.varve.runtime.format.LockEntry.State;
import dev.varve.runtime.format.MigrationName;

/**
 * A migration as somebody has written it.
 *
 * @param state whether it may still change
 * @param up its up script
 * @param down its down script
 */
record Written(MigrationName name, State state, String up, String down) {
  /** A sealed one. */
  static Written sealed(int second, String name, String up, String down) {
    return new Written(name(second, name), State.SEALED, up, down);
  }

  /** A draft. */
  static Written draft(int second, String name, String up, String down) {
    return new Written(name(second, name), State.DRAFT, up, down);
  }

  private static MigrationName name(int second, String name) {
    return new MigrationName(Long.toString(20260101000000L + second), name);
  }
}
