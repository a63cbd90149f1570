package dev.varve.junit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What tests needn't wait for: copies are made on one session, and databases removed on another, so
 * that no copy waits for a removal.
 */
final class Background implements AutoCloseable {
  /** Something to be done on a session. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection session) throws SQLException;
  }

  private final Lane copies;
  private final Lane removals;

  Background(PostgresServer server) {
    copies = new Lane(server);
    removals = new Lane(server);
  }

  /** Makes something that is soon wanted. */
  <T> Future<T> make(Work<T> work) {
    return copies.start(work);
  }

  /** Does something that nobody waits for. */
  void remove(Work<?> work) {
    removals.start(work);
  }

  /** Removes a database when there is time. */
  void drop(String database) {
    remove(
        session -> {
          PostgresServer.drop(session, database);
          return true;
        });
  }

  /** What was started, when it is done. */
  static <T> T await(Future<T> started) throws SQLException {
    try {
      return started.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TestDatabaseException("interrupted while a database was made", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new TestDatabaseException("a database can't be made", e.getCause());
    }
  }

  /** Ends when all is done. */
  @Override
  public void close() throws SQLException {
    copies.close();
    removals.close();
  }

  /** One thread with one session. */
  private static final class Lane {
    private final PostgresServer server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Lane::daemon);
    private @Nullable Connection session;

    Lane(PostgresServer server) {
      this.server = server;
    }

    private static Thread daemon(Runnable task) {
      Thread thread = new Thread(task, "varve-test");
      thread.setDaemon(true);
      return thread;
    }

    <T> Future<T> start(Work<T> work) {
      Callable<T> task = () -> work.on(session());
      return thread.submit(task);
    }

    private Connection session() throws SQLException {
      Connection open = session;
      if (open == null) {
        open = server.another();
        session = open;
      }
      return open;
    }

    void close() throws SQLException {
      thread.shutdown();
      try {
        if (!thread.awaitTermination(60, TimeUnit.SECONDS)) {
          thread.shutdownNow();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        thread.shutdownNow();
      }
      if (session != null) {
        session.close();
      }
    }
  }
}
