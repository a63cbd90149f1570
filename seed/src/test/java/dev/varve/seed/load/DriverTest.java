package dev.varve.seed.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.varve.seed.value.ValueType;
import dev.varve.testing.PostgresServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Where the driver is behind a pool, or behind a proxy that hides it. */
class DriverTest {
  private static final LoadTable TABLE =
      new LoadTable(new TableName("", "t"), List.of(new LoadColumn("n", ValueType.parse("int32"))));

  private static DataSource database() throws SQLException {
    DataSource source = PostgresServer.database(PostgresServer.create());
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (n integer)");
    }
    return source;
  }

  private static RowSource count(int rows) {
    int[] at = {0};
    return cells -> {
      cells[0] = (long) at[0];
      return at[0]++ < rows;
    };
  }

  @Test
  void copyIsFoundBehindAPool() throws Exception {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database());
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      assertNotNull(PostgresDriver.unwrapped(connection));
      assertEquals(5_000, Loader.of(connection).load(TABLE, count(5_000)));
      connection.commit();
    }
  }

  @Test
  void aProxyThatRefusesToUnwrapIsNoFailure() throws Exception {
    try (Connection connection = database().getConnection()) {
      Connection refusing = counting(connection, new ArrayList<>());
      assertNull(PostgresDriver.unwrapped(refusing));
    }
  }

  /** Complaint: lists are inserted row by row, and keys are asked for with each. */
  @Test
  void manyRowsTakeFewStatementsEvenWithoutCopy() throws Exception {
    try (Connection connection = database().getConnection()) {
      connection.setAutoCommit(false);
      List<String> statements = new ArrayList<>();
      Connection counted = counting(connection, statements);
      Loader.of(counted).load(TABLE, count(5_000));
      assertEquals(5, statements.stream().filter(sql -> sql.startsWith("INSERT")).count());
      try (Statement statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT count(*), min(n), max(n) FROM t")) {
        rows.next();
        assertEquals(
            List.of(5_000, 0, 4_999), List.of(rows.getInt(1), rows.getInt(2), rows.getInt(3)));
      }
    }
  }

  /** Notes each statement that is run, and doesn't unwrap. */
  private static Connection counting(Connection connection, List<String> statements) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("unwrap") || method.getName().equals("isWrapperFor")) {
            throw new SQLException("not here");
          }
          Object result = invoke(method, connection, arguments);
          return result instanceof PreparedStatement statement
              ? counting(statement, (String) arguments[0], statements)
              : result;
        });
  }

  private static PreparedStatement counting(
      PreparedStatement statement, String sql, List<String> statements) {
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            statements.add(sql);
          }
          return invoke(method, statement, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(DriverTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(java.lang.reflect.Method method, Object target, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
