package dev.varve.seed.load;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Connections that don't say what is behind them, as those of some pools and tracers. */
final class Hidden {
  private Hidden() {}

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Hidden.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isWrapperFor")) {
                return false;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
