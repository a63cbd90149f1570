package dev.varve.junit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection whose transactions are savepoints of another one. */
final class SandboxConnection implements InvocationHandler {
  private final Sandbox sandbox;
  private final Connection physical;
  private String savepoint = "";
  private boolean closed;

  SandboxConnection(Sandbox sandbox, Connection physical) {
    this.sandbox = sandbox;
    this.physical = physical;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "isClosed" -> closed || physical.isClosed();
      case "getAutoCommit" -> savepoint.isEmpty();
      case "setAutoCommit" -> {
        setAutoCommit(arguments != null && (boolean) arguments[0]);
        yield null;
      }
      case "commit" -> {
        commit();
        yield null;
      }
      case "close" -> {
        close();
        yield null;
      }
      default -> called(method, arguments);
    };
  }

  private @Nullable Object called(Method method, Object @Nullable [] arguments) throws Throwable {
    if (closed) {
      throw new SQLException("this connection is closed", "08003");
    }
    if (method.getName().equals("rollback") && arguments == null) {
      rollback();
      return null;
    }
    return Lease.call(physical, method, arguments);
  }

  private void setAutoCommit(boolean on) throws SQLException {
    if (on && !savepoint.isEmpty()) {
      commit();
      sandbox.execute("RELEASE SAVEPOINT " + savepoint);
      savepoint = "";
    } else if (!on && savepoint.isEmpty()) {
      savepoint = sandbox.newSavepoint();
      sandbox.execute("SAVEPOINT " + savepoint);
    }
  }

  /** Nothing is committed, but what a commit would have refused is. */
  private void commit() throws SQLException {
    requireTransaction();
    try {
      sandbox.checkDeferred();
    } catch (SQLException e) {
      rollback();
      throw e;
    }
    sandbox.execute("RELEASE SAVEPOINT " + savepoint);
    sandbox.execute("SAVEPOINT " + savepoint);
  }

  private void rollback() throws SQLException {
    requireTransaction();
    sandbox.execute("ROLLBACK TO SAVEPOINT " + savepoint);
  }

  private void requireTransaction() throws SQLException {
    if (savepoint.isEmpty()) {
      throw new SQLException("the connection is in autocommit", "25P01");
    }
  }

  private void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    if (!savepoint.isEmpty() && !physical.isClosed()) {
      rollback();
    }
    sandbox.closed();
  }
}
