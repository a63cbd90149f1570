package dev.varve.runtime;

import dev.varve.runtime.format.MigrationName;

/**
 * A change to the history that only a person can decide on, because a person did something before.
 * Nothing else of the database is changed. {@link Migrator#planRepair} finds what is possible,
 * {@link Migrator#repair} does what was chosen of it.
 *
 * @param kind what is changed
 * @param migration about which migration
 * @param sentence what will be done, exactly: with both checksums, or with the statement
 */
public record Repair(Kind kind, MigrationName migration, String sentence) {
  /** What a person may decide. */
  public enum Kind {
    /**
     * The script as it is now counts as what was applied: somebody changed it after that, on
     * purpose, and {@code varve.lock} agrees with it. Or a migration that was applied when the
     * history did not say yet whose it is counts as this database's.
     */
    ACCEPT,
    /**
     * A migration that is applied and will not come back is forgotten; or one that a baseline has
     * let count as applied by mistake, or a draft that has changed and can't be reverted. What it
     * made stays.
     */
    FORGET,
    /** The statement at which a script has stopped is done; the next run goes on after it. */
    DONE,
    /**
     * The statement at which a script has stopped has left nothing; the next run begins with it.
     */
    NOT_DONE
  }

  @Override
  public String toString() {
    return kind + " " + migration + ": " + sentence;
  }
}
