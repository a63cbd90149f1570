package dev.varve.junit;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What was injected for one test, or for a class: all of it leads to one database. */
final class Workplace {
  private final TestDatabase database;
  private final Map<Class<?>, Object> values = new HashMap<>();
  private @Nullable LastingConnection connection;

  Workplace(TestDatabase database) {
    this.database = database;
  }

  TestDatabase database() {
    return database;
  }

  /** The same value for the same type. */
  synchronized Object value(Class<?> type) {
    return values.computeIfAbsent(type, this::make);
  }

  private Object make(Class<?> type) {
    if (type == DataSource.class) {
      return database.connections();
    }
    if (type == Connection.class) {
      connection = new LastingConnection(database.connections());
      return Proxy.newProxyInstance(
          Workplace.class.getClassLoader(), new Class<?>[] {Connection.class}, connection);
    }
    return Injection.seed(type, database.connections());
  }

  /** Closes the connection that was injected. */
  void close() throws SQLException {
    if (connection != null) {
      connection.release();
    }
  }
}
