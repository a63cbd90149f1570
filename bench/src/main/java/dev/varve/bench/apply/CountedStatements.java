package dev.varve.bench.apply;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that are run through connections of a source. */
final class CountedStatements {
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger statements = new AtomicInteger();

  DataSource of(DataSource source) {
    return proxy(
        DataSource.class,
        (proxy, method, args) -> {
          Object result = invoke(method, source, args);
          if (result instanceof Connection connection) {
            connections.incrementAndGet();
            return of(connection);
          }
          return result;
        });
  }

  private Connection of(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, args) -> {
          Object result = invoke(method, connection, args);
          return result instanceof Statement statement
              ? of(statement, method.getReturnType().asSubclass(Statement.class))
              : result;
        });
  }

  private Statement of(Statement statement, Class<? extends Statement> type) {
    return proxy(
        type,
        (proxy, method, args) -> {
          if (method.getName().startsWith("execute")) {
            statements.incrementAndGet();
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

  @Override
  public String toString() {
    return statements + " (" + connections + " connections)";
  }
}
