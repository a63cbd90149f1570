package dev.varve.junit;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One test's database, which it gets when something of it is injected. */
final class TestScope implements AutoCloseable {
  private final ClassScope scope;
  private final Run run;
  private @Nullable Workplace workplace;
  private boolean committed;

  TestScope(ClassScope scope, Run run) {
    this.scope = scope;
    this.run = run;
  }

  synchronized Workplace workplace() throws SQLException {
    if (workplace == null) {
      TestDatabase database = run.timing().measure("taking a database", scope::take);
      if (rollsBack()) {
        begin(database);
      }
      workplace = new Workplace(database, scope.random());
    }
    return workplace;
  }

  private static void begin(TestDatabase database) throws SQLException {
    database.connections().begin(Sandbox.begin(database.forSandbox()));
  }

  private boolean rollsBack() {
    return scope.settings().isolation() == Isolation.ROLLBACK;
  }

  /**
   * Adds to a test's failure what is known of its database, and leaves that to be looked at. Other
   * tests of a factory may follow, and go on in it.
   */
  synchronized void explain(Throwable failure, String test) throws SQLException {
    Workplace used = workplace;
    if (used == null) {
      return;
    }
    used.close();
    if (!rollsBack()) {
      used.describe(failure, test, run);
      return;
    }
    commit(used.database(), failure);
    committed = true;
    try {
      used.describe(failure, test, run);
    } finally {
      begin(used.database());
    }
  }

  private static void commit(TestDatabase database, Throwable failure) {
    try {
      database.connections().end().commit();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** Gives the database back, if there is one. */
  @Override
  public synchronized void close() throws SQLException {
    Workplace used = workplace;
    workplace = null;
    if (used != null) {
      used.end();
      run.timing()
          .measure(
              "cleaning a database",
              () -> {
                giveBack(used.database());
                return true;
              });
    }
  }

  private void giveBack(TestDatabase database) throws SQLException {
    boolean clean = false;
    try {
      if (rollsBack()) {
        rollback(database);
        clean = !committed;
      }
    } finally {
      scope.giveBack(database, clean);
    }
  }

  private static void rollback(TestDatabase database) throws SQLException {
    Sandbox sandbox = database.connections().end();
    try {
      sandbox.checkDeferred();
    } catch (SQLException e) {
      sandbox.rollback(database);
      throw new TestDatabaseException(
          "what the test has done could never be committed: " + e.getMessage(), e);
    }
    sandbox.rollback(database);
  }
}
