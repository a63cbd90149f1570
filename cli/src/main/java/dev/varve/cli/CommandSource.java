package dev.varve.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Lends a command's connection, one borrower at a time, and makes new ones for others: the applier
 * wants a second one where a pool is in between.
 */
final class CommandSource implements DataSource {
  private final Connection main;
  private final DatabaseUrl url;
  private boolean lent;

  CommandSource(Connection main, DatabaseUrl url) {
    this.main = main;
    this.url = url;
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    if (lent) {
      return url.connect(false);
    }
    lent = true;
    return (Connection)
        Proxy.newProxyInstance(
            CommandSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> call(method, args));
  }

  private @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
    if (method.getName().equals("close")) {
      giveBack();
      return null;
    }
    try {
      return method.invoke(main, args);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private synchronized void giveBack() {
    lent = false;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
