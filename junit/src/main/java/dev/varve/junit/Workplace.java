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
  private final RandomSeed random;
  private final TestDataSource connections;
  private @Nullable LastingConnection connection;

  Workplace(TestDatabase database, RandomSeed random) {
    this.database = database;
    this.random = random;
    this.connections = new TestDataSource(database.connections());
  }

  TestDatabase database() {
    return database;
  }

  /** The same value for the same type. */
  synchronized Object value(Class<?> type) {
    Object value = values.get(type);
    if (value == null) {
      value = make(type);
      values.put(type, value);
    }
    return value;
  }

  private Object make(Class<?> type) {
    if (type == DataSource.class) {
      return connections;
    }
    if (type == RandomSeed.class) {
      return random;
    }
    if (type == Connection.class) {
      connection = new LastingConnection(connections);
      return Proxy.newProxyInstance(
          Workplace.class.getClassLoader(), new Class<?>[] {Connection.class}, connection);
    }
    return Injection.seed(type, connections);
  }

  /** Keeps the database as a failure has left it, and says so below the failure. */
  void describe(Throwable failure, String test, Run run) throws SQLException {
    database.connections().reclaim();
    String place = run.mayKeep() ? database.keep(test) : "";
    failure.addSuppressed(Failure.of(place, repeat(), database.excerpt()));
  }

  /** How to repeat what was random, if anything was. */
  private synchronized String repeat() {
    return values.containsKey(RandomSeed.class) ? random.repeat() : "";
  }

  /** Closes the connection that was injected. */
  void close() throws SQLException {
    if (connection != null) {
      connection.release();
    }
  }

  /** Closes it, and lets what was injected lead nowhere. */
  void end() throws SQLException {
    connections.end();
    close();
  }
}
