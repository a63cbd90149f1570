package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.sql.SQLException;

/**
 * One statement of a step that has no transaction.
 *
 * @param index which of the script's statements
 * @param durationMs how long those before it took in this run
 */
record Single(Step step, int index, long durationMs) {
  SqlStatement statement() {
    return step.script().statements().get(index);
  }

  /** How the history says that it is about to run, alone: from then on it may be done or not. */
  HistoryChange begun() {
    return step.inFlight(index, durationMs);
  }

  /** How the history says that it has failed and left nothing. */
  HistoryChange notDone() {
    return step.progress(index, durationMs);
  }

  /** How the history says that it is done. */
  HistoryChange done() {
    return step.progress(index + 1, durationMs);
  }

  /** Whether an applier has ended while it ran: it may be done or not. */
  boolean uncertain() {
    return step.uncertain() && index == step.from();
  }

  /** The database refused it, and the next run may repeat it. */
  MigrationException failed(SQLException e) {
    return Failure.of(step.script(), statement(), e)
        .hint("The " + index + " statements before it stay; the next run goes on with this one.")
        .exception();
  }

  /** Nobody but the user can say how to go on. */
  MigrationException stopped(String message, String hint) {
    return Failure.of(step.script(), statement(), message).hint(hint).exception();
  }
}
