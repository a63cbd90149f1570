package dev.varve.junit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one database, which are opened when they are needed and used again. It has no
 * limit: whoever takes too many gets the server's own error.
 */
final class ConnectionPool extends PlainDataSource {
  /** Opens connections. */
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  private final Opener opener;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final List<Connection> lent = new ArrayList<>();
  private @Nullable Sandbox sandbox;

  ConnectionPool(Opener opener) {
    this.opener = opener;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Sandbox only = sandbox();
    if (only != null) {
      return only.connection();
    }
    Connection physical = pollIdle();
    if (physical == null) {
      physical = opener.open();
    }
    synchronized (this) {
      lent.add(physical);
    }
    return new Lease(this, physical).proxy();
  }

  private synchronized @Nullable Connection pollIdle() {
    return idle.pollFirst();
  }

  private synchronized @Nullable Sandbox sandbox() {
    return sandbox;
  }

  /** From now on all connections are this one. */
  synchronized void begin(Sandbox only) {
    sandbox = only;
  }

  /** From now on connections are opened again. */
  synchronized Sandbox end() {
    Sandbox only = Objects.requireNonNull(sandbox);
    sandbox = null;
    return only;
  }

  /** Takes a connection back, as it was when it was opened as far as JDBC knows. */
  void giveBack(Connection physical) throws SQLException {
    synchronized (this) {
      if (!lent.removeIf(each -> each == physical)) {
        return; // It was taken away at the end of the test.
      }
    }
    if (physical.isClosed()) {
      return;
    }
    if (!physical.getAutoCommit()) {
      physical.rollback();
      physical.setAutoCommit(true);
    }
    if (physical.isReadOnly()) {
      physical.close();
      return;
    }
    synchronized (this) {
      idle.addFirst(physical);
    }
  }

  /**
   * Takes away connections that nobody has closed; what they have not committed is rolled back.
   *
   * @return how many
   */
  int reclaim() throws SQLException {
    List<Connection> leaked = drain(lent);
    for (Connection each : leaked) {
      each.close();
    }
    return leaked.size();
  }

  /** The connections that wait for somebody to take them, which then don't any more. */
  List<Connection> takeIdle() {
    return drain(idle);
  }

  /** Lets connections wait. */
  synchronized void putIdle(List<Connection> connections) {
    idle.addAll(connections);
  }

  /** Closes all connections; new ones may be taken. */
  void closeAll() throws SQLException {
    reclaim();
    for (Connection each : takeIdle()) {
      each.close();
    }
  }

  private synchronized List<Connection> drain(java.util.Collection<Connection> from) {
    List<Connection> taken = new ArrayList<>(from);
    from.clear();
    return taken;
  }
}
