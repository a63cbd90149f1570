package dev.varve.runtime;

import java.sql.SQLException;
import java.util.List;

/** Changes nothing but the history: under the lock, in one transaction. */
record HistoryWriter(Session session) {
  /** What to change, from the history as it is under the lock. */
  @FunctionalInterface
  interface Choice {
    List<HistoryChange> of(List<HistoryRow> rows) throws SQLException;
  }

  /**
   * Makes the changes.
   *
   * @throws MigrationException if somebody else has changed the history in between
   */
  void write(Choice choice) throws SQLException {
    session.lock();
    try {
      List<HistoryRow> rows = session.readHistory();
      List<HistoryChange> changes = choice.of(rows);
      if (!changes.isEmpty()) {
        commit(rows, changes);
      }
    } catch (SQLException | RuntimeException | Error e) {
      unlockAfter(e);
      throw e;
    }
    session.unlock();
  }

  private void commit(List<HistoryRow> rows, List<HistoryChange> changes) throws SQLException {
    session.begin(Unit.NOTHING);
    try {
      if (!session.isHistory(rows)) {
        throw new MigrationException(
            "another applier has changed the history in between; nothing was changed, try again");
      }
      session.commit(changes);
    } catch (SQLException | RuntimeException | Error e) {
      session.rollback(e);
      throw e;
    }
  }

  private void unlockAfter(Throwable failure) {
    try {
      session.unlock();
    } catch (SQLException | MigrationException e) {
      failure.addSuppressed(e);
    }
  }
}
