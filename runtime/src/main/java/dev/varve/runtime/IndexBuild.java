package dev.varve.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Runs {@code CREATE INDEX CONCURRENTLY} so that afterwards the index is there and valid, whatever
 * an attempt before has left. One that is stopped or fails leaves an invalid index, which {@code IF
 * NOT EXISTS} takes for done, and which may enforce uniqueness all the same (<a
 * href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 * Indexes Concurrently</a>).
 */
record IndexBuild(PostgresqlSession session, Single single, ConcurrentIndex index) {
  private static final long POLL_MS = 200;

  void run() throws SQLException {
    Optional<BuiltIndex> found = afterOtherBuilder();
    if (found.isPresent() && found.get().valid()) {
      if (single.uncertain() || index.ifNotExists()) {
        requireSame(found.get());
        session.write(single.done());
        return;
      }
    } else if (found.isPresent()) {
      drop(found.get());
    }
    build();
  }

  private Optional<BuiltIndex> afterOtherBuilder() throws SQLException {
    long start = System.nanoTime();
    while (true) {
      Optional<BuiltIndex> found = BuiltIndex.find(session, index);
      if (found.isEmpty() || found.get().valid() || found.get().builder() == 0) {
        return found;
      }
      if (System.nanoTime() - start >= session.settings.lockTimeoutNanos()) {
        throw single.stopped(
            "server process "
                + found.get().builder()
                + " is building the index "
                + index.name()
                + " since longer than "
                + Settings.words(session.settings.lockTimeout()),
            "Wait for it and run again, or end it: SELECT pg_terminate_backend("
                + found.get().builder()
                + ").");
      }
      LockLadder.sleep(POLL_MS);
    }
  }

  private void drop(BuiltIndex leftover) throws SQLException {
    if (!leftover.sameTable()) {
      throw single.stopped(
          "there is an invalid index " + leftover.name() + " on another table",
          "Drop it, or rename it, if it is not needed.");
    }
    session.execute("DROP INDEX CONCURRENTLY IF EXISTS " + leftover.name());
  }

  private void build() throws SQLException {
    session.write(single.begun());
    try {
      session.execute(single.statement().text());
    } catch (SQLException e) {
      cleanUp(e);
      throw e;
    }
    Optional<BuiltIndex> built = BuiltIndex.find(session, index);
    if (built.isEmpty() || !built.get().valid()) {
      throw single.stopped(
          "the index " + index.name() + " is not valid after the statement",
          "The next run drops it and builds it again.");
    }
    session.write(single.done());
  }

  /** What waits for others when it is cancelled would wait again: that is left to the next run. */
  private void cleanUp(SQLException failure) {
    try {
      session.write(single.notDone());
      Optional<BuiltIndex> leftover = BuiltIndex.find(session, index);
      boolean cancelled = "57014".equals(failure.getSQLState());
      if (!cancelled && leftover.isPresent() && !leftover.get().valid()) {
        drop(leftover.get());
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** Makes the same index on an empty copy of the table, to see how the database calls it. */
  private void requireSame(BuiltIndex found) throws SQLException {
    String expected;
    session.execute("BEGIN");
    try {
      session.execute(
          "CREATE TEMPORARY TABLE _varve_probe (LIKE " + index.table() + ") ON COMMIT DROP");
      session.execute(index.on("pg_temp._varve_probe"));
      expected = probed();
    } finally {
      session.execute("ROLLBACK");
    }
    if (!found.isAs(expected)) {
      throw single.stopped(
          "there is an index "
              + found.name()
              + " already, and it is another one: "
              + found.definition(),
          "Drop it or rename it, then run again.");
    }
  }

  private String probed() throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT pg_get_indexdef(indexrelid) FROM pg_index"
                    + " WHERE indrelid = 'pg_temp._varve_probe'::regclass")) {
      result.next();
      return result.getString(1);
    }
  }
}
