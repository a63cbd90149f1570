package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.sql.SQLException;
import java.util.Set;

/**
 * Runs the statements of a script that says {@code -- varve:transaction none} on SQLite. No lock
 * keeps other appliers out between them. So each has a transaction of its own, with its progress in
 * the history: it is done once, whoever comes first, and a killed applier leaves both or none.
 */
record SqliteSingles(SqliteSession session, Step step) {
  /** What fails in a transaction, or does nothing there. */
  private static final Set<String> ALONE = Set.of("VACUUM", "PRAGMA", "ATTACH", "DETACH");

  /** So many statements are done where the whole script is. */
  private static final int ALL = Integer.MAX_VALUE;

  /** Runs a statement, unless another applier has done it or all of the script. */
  void run(int index, HistoryChange progress) throws SQLException {
    SqlStatement statement = step.script().statements().get(index);
    if (!ALONE.contains(statement.keyword())) {
      together(index, statement.text(), progress);
      return;
    }
    int done = statementsDone();
    boolean skipped = done == ALL || (done > index && !isForSession(statement));
    if (!skipped) {
      session.runLimited(step.script(), statement.text());
      together(index, "", progress);
    }
  }

  /** Another applier has done it only for its own connection. */
  static boolean isForSession(SqlStatement statement) {
    return ALONE.contains(statement.keyword()) && !statement.keyword().equals("VACUUM");
  }

  private void together(int index, String sql, HistoryChange progress) throws SQLException {
    session.begin(Unit.of(step));
    try {
      if (statementsDone() > index) {
        session.commit();
        return;
      }
      if (!sql.isEmpty()) {
        session.runLimited(step.script(), sql);
      }
      session.commit(progress);
    } catch (SQLException | RuntimeException | Error e) {
      session.rollback(e);
      throw e;
    }
  }

  /** Notes that all is done; false if another applier has noted it. */
  boolean end(HistoryChange done) throws SQLException {
    session.begin(Unit.of(step));
    try {
      boolean open = statementsDone() != ALL;
      if (open) {
        session.commit(done);
      } else {
        session.commit();
      }
      return open;
    } catch (SQLException | RuntimeException | Error e) {
      session.rollback(e);
      throw e;
    }
  }

  /** How many statements anybody has done, or {@link #ALL}. */
  int statementsDone() throws SQLException {
    for (HistoryRow row : session.readHistory()) {
      if (row.version().equals(step.migration().version()) && row.state() == step.running()) {
        return row.statementsDone();
      }
    }
    return ALL;
  }
}
