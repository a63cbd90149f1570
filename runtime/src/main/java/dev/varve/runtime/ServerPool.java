package dev.varve.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Finds out whether a pool between here and PostgreSQL lets other clients use the same server
 * process. With one client there is nothing to see: it gets the same process each time. So a second
 * connection is made, and if both are answered by one process, they share it. A pool that hands out
 * sessions has another process for the second, or lets it wait.
 *
 * @param session with the connection that will be used
 * @param source where a second one comes from; empty where only one was given
 */
record ServerPool(PostgresqlSession session, Optional<DataSource> source) {
  private static final String PROCESS = "SELECT pg_backend_pid()";
  private static final int ROUNDS = 3;
  private static final int SECONDS = 2;

  /**
   * Refuses a pool that hands out servers by transaction or by statement, before anything is locked
   * or written.
   *
   * @param process the server process that has just answered
   * @throws MigrationException if the pool does so
   */
  void refuseSharing(int process) throws SQLException {
    if (!isBetween(process)) {
      return;
    }
    requireTransactions();
    requireSame(process, process(session.connection));
    Optional<Connection> second = source.flatMap(ServerPool::connect);
    if (second.isPresent()) {
      try (Connection other = second.get()) {
        compare(process, other);
      }
    }
  }

  /**
   * The driver was told a process when it connected. PgBouncer makes one up, since any process may
   * answer later. Without this driver it isn't known.
   */
  private boolean isBetween(int process) throws SQLException {
    try {
      ClassLoader loader = session.connection.getClass().getClassLoader();
      Class<?> type = Class.forName("org.postgresql.PGConnection", false, loader);
      if (!session.connection.isWrapperFor(type)) {
        return false;
      }
      Object driver = session.connection.unwrap(type);
      return !type.getMethod("getBackendPID").invoke(driver).equals(process);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private void requireTransactions() throws SQLException {
    try {
      session.execute("BEGIN");
      session.execute("COMMIT");
    } catch (SQLException e) {
      throw Failure.of("the connection cannot hold a transaction", e)
          .hint(AdvisoryLock.POOLED)
          .exception();
    }
  }

  private void compare(int process, Connection other) throws SQLException {
    for (int i = 0; i < ROUNDS; i++) {
      int answering = process(other);
      if (answering == process) {
        throw new MigrationException(
            "server process "
                + process
                + " answers two connections: it is not kept for one. "
                + AdvisoryLock.POOLED);
      }
      requireSame(process, process(session.connection));
    }
  }

  private static void requireSame(int process, int answering) {
    if (process != answering) {
      throw new MigrationException(
          "the connection does not keep its session: server process "
              + process
              + " has answered before, and now process "
              + answering
              + ". "
              + AdvisoryLock.POOLED);
    }
  }

  private static int process(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(PROCESS)) {
      result.next();
      return result.getInt(1);
    }
  }

  /** A connection that has been answered, or empty where that takes too long. */
  private static Optional<Connection> connect(DataSource source) {
    CompletableFuture<Connection> connecting = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(connecting, source), "varve-second-connection");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(connecting.get(SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException | ExecutionException e) {
      // A pool that is exhausted: what comes too late goes back at once.
      connecting.thenAccept(ServerPool::close);
      return Optional.empty();
    } catch (InterruptedException e) {
      connecting.thenAccept(ServerPool::close);
      Thread.currentThread().interrupt();
      throw new MigrationException("interrupted while looking for a pool");
    }
  }

  private static void complete(CompletableFuture<Connection> connecting, DataSource source) {
    try {
      Connection connection = source.getConnection();
      try {
        connection.setAutoCommit(true);
        process(connection);
        connecting.complete(connection);
      } catch (SQLException e) {
        close(connection);
        connecting.completeExceptionally(e);
      }
    } catch (SQLException | RuntimeException e) {
      connecting.completeExceptionally(e);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      System.getLogger("dev.varve.runtime")
          .log(System.Logger.Level.DEBUG, "a connection can't be closed", e);
    }
  }
}
