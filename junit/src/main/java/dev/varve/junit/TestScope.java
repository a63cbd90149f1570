package dev.varve.junit;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One test's database, which it gets when something of it is injected. */
final class TestScope implements AutoCloseable {
  private final ClassScope scope;
  private @Nullable Workplace workplace;

  TestScope(ClassScope scope) {
    this.scope = scope;
  }

  synchronized Workplace workplace() throws SQLException {
    if (workplace == null) {
      workplace = new Workplace(scope.take());
    }
    return workplace;
  }

  /** Gives the database back, if there is one. */
  @Override
  public synchronized void close() throws SQLException {
    Workplace used = workplace;
    workplace = null;
    if (used != null) {
      used.close();
      scope.giveBack(used.database());
    }
  }
}
