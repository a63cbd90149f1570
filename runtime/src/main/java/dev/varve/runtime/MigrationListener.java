package dev.varve.runtime;

import dev.varve.runtime.format.MigrationName;
import java.time.Duration;

/**
 * Is told what the applier does, on the thread that does it. An exception from a listener stops the
 * applier; what was committed before stays.
 */
public interface MigrationListener {
  /**
   * Another applier holds the lock, or somebody holds a table that a script needs; called before
   * each new try.
   *
   * @param waited how long it has been waited for
   */
  default void waiting(Duration waited) {}

  /** A script is about to run. */
  default void started(MigrationName migration, Direction direction) {}

  /** Another batch of a statement is committed that is run in batches, on its way or the last. */
  default void backfilling(BackfillProgress progress) {}

  /** A script is done and committed. */
  default void finished(MigrationReport.Done done) {}
}
