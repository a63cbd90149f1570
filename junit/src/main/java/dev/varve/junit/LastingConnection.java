package dev.varve.junit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connection that is injected. Between tests a database has no connections; one that a class
 * keeps in a field is opened again when the next test uses it.
 */
final class LastingConnection implements InvocationHandler {
  private final DataSource database;
  private @Nullable Connection current;
  private boolean closed;

  LastingConnection(DataSource database) {
    this.database = database;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "equals":
        return arguments != null && proxy == arguments[0];
      case "hashCode":
        return System.identityHashCode(proxy);
      case "close":
        close();
        return null;
      case "isClosed":
        return closed;
      default:
        return Lease.call(connection(), method, arguments);
    }
  }

  private synchronized Connection connection() throws SQLException {
    Connection connection = current;
    if (connection == null || (!closed && connection.isClosed())) {
      connection = database.getConnection();
      current = connection;
    }
    return connection;
  }

  private synchronized void close() throws SQLException {
    closed = true;
    release();
  }

  /** Gives back what it has, until it is used again. */
  synchronized void release() throws SQLException {
    if (current != null) {
      current.close();
    }
  }
}
