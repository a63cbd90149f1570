package dev.varve.junit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection that goes back to its pool when it is closed. */
final class Lease implements InvocationHandler {
  private final ConnectionPool pool;
  private final Connection physical;
  private boolean closed;

  Lease(ConnectionPool pool, Connection physical) {
    this.pool = pool;
    this.physical = physical;
  }

  Connection proxy() {
    return (Connection)
        Proxy.newProxyInstance(
            Lease.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "close" -> {
        close();
        yield null;
      }
      case "isClosed" -> closed || physical.isClosed();
      case "isValid" -> !closed && physical.isValid((int) one(arguments));
      case "equals" -> proxy == one(arguments);
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> physical.toString();
      default -> called(method, arguments);
    };
  }

  private static Object one(Object @Nullable [] arguments) {
    return java.util.Objects.requireNonNull(arguments)[0];
  }

  private @Nullable Object called(Method method, Object @Nullable [] arguments) throws Throwable {
    if (closed) {
      throw new SQLException("this connection is closed", "08003");
    }
    return call(physical, method, arguments);
  }

  /** A method of the driver's, with the exception that it throws. */
  static @Nullable Object call(Connection target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == java.sql.Wrapper.class
        && one(arguments) instanceof Class<?> type
        && type.isInstance(target)) {
      return method.getName().equals("unwrap") ? target : true;
    }
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void close() throws SQLException {
    if (!closed) {
      closed = true;
      pool.giveBack(physical);
    }
  }
}
