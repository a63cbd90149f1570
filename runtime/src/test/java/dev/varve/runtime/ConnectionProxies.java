package dev.varve.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Real connections behind something in between, as a pool is. */
final class ConnectionProxies {
  private ConnectionProxies() {}

  /**
   * Each statement goes to the other one, as through a pool that hands out servers by statement.
   */
  static Connection alternating(Connection one, Connection two) {
    AtomicInteger count = new AtomicInteger();
    return proxy(
        Connection.class,
        (proxy, method, args) ->
            invoke(method, count.getAndIncrement() % 2 == 0 ? one : two, args));
  }

  /** Notes each SQL text that is sent. */
  static Connection recording(Connection connection, List<String> sent) {
    return proxy(
        Connection.class,
        (proxy, method, args) -> {
          Object result = invoke(method, connection, args);
          if (method.getName().equals("prepareStatement")) {
            sent.add((String) args[0]);
          }
          return method.getName().equals("createStatement")
              ? recording((Statement) result, sent)
              : result;
        });
  }

  private static Statement recording(Statement statement, List<String> sent) {
    return proxy(
        Statement.class,
        (proxy, method, args) -> {
          if (method.getName().startsWith("execute")) {
            sent.add((String) args[0]);
          }
          return invoke(method, statement, args);
        });
  }

  private static Object invoke(Method method, Object target, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
