package complaints;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A pool's data source: it hides the driver, and counts what is sent. */
final class Calls {
  private final DataSource target;

  /** How often a statement was sent; a batch is one. */
  long sent;

  Calls(DataSource target) {
    this.target = target;
  }

  DataSource source() {
    return proxy(DataSource.class, target);
  }

  private <T> T proxy(Class<T> type, T behind) {
    return type.cast(
        Proxy.newProxyInstance(
            Calls.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("unwrap") || method.getName().equals("isWrapperFor")) {
                throw new SQLException("this pool doesn't unwrap");
              }
              if (method.getName().startsWith("execute")) {
                sent++;
              }
              try {
                return hidden(method.invoke(behind, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private Object hidden(Object result) {
    if (result instanceof Connection connection) {
      return proxy(Connection.class, connection);
    }
    if (result instanceof PreparedStatement statement) {
      return proxy(PreparedStatement.class, statement);
    }
    return result instanceof Statement statement ? proxy(Statement.class, statement) : result;
  }

  static long count(DataSource source, String rows) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT count(*) FROM " + rows)) {
      found.next();
      return found.getLong(1);
    }
  }

  static boolean isPostgres(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
  }
}
