package dev.varve.junit;

/** How a test's database becomes again what it was, so that no test sees what another one did. */
public enum Isolation {
  /**
   * One database for each thread that runs tests, cleaned after each test: rows are deleted, and
   * ids begin anew. Tests may commit, take several connections and use threads.
   *
   * <p>On PostgreSQL only tables that have rows are emptied. Where the schema, the migrations or a
   * {@link Baseline} bring rows of their own, and after a test that changed the schema, the
   * database is replaced by a copy instead, as with {@link #CLONE}. On SQLite the whole database is
   * copied back, which takes less time than to look what changed.
   */
  WORKER,

  /**
   * A new database for each test, copied from a template. For tests that must not find anything
   * that another one left, not even statistics or settings of the database. PostgreSQL makes the
   * next copy while a test runs.
   */
  CLONE,

  /**
   * One transaction that is rolled back. All connections that the test takes are the same one, and
   * its commits only check what a commit would have checked, deferred constraints among it.
   *
   * <p>What this can't do: another connection that doesn't come from the injected {@link
   * javax.sql.DataSource} sees no row; sequences aren't reset on PostgreSQL; {@code now()} stands
   * still there; two threads wait for each other; a test that executes {@code COMMIT} as SQL fails.
   */
  ROLLBACK
}
