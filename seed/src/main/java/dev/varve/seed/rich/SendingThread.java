package dev.varve.seed.rich;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does what the database is asked for while the caller goes on making rows. One thing waits at the
 * most, so that memory is bounded; what fails is thrown to the caller at its next call.
 */
final class SendingThread implements AutoCloseable {
  private static final Work END = () -> {};
  private static final long PATIENCE_MILLIS = 50;

  private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(1);
  private final Thread thread = new Thread(this::work, "varve-seed");
  private volatile @Nullable Throwable failure;
  private volatile boolean stopped;

  /** Something to do with the database. */
  interface Work {
    void run() throws SQLException;
  }

  SendingThread() {
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      for (Work next = queue.take(); next != END && !stopped; next = queue.take()) {
        next.run();
      }
    } catch (InterruptedException e) {
      // The caller gives up, and knows why.
    } catch (Throwable e) {
      failure = e;
    }
  }

  /**
   * Adds something to do, after waiting for what is being done if need be.
   *
   * @throws RichException if this thread is interrupted, which it stays
   */
  void add(Work work) throws SQLException {
    try {
      while (!queue.offer(work, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        check();
      }
      check();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static RichException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new RichException("the thread was interrupted while rows were made", e);
  }

  /** Throws what has failed. */
  private void check() throws SQLException {
    Throwable failed = failure;
    if (failed instanceof SQLException e) {
      throw e;
    }
    if (failed instanceof RuntimeException e) {
      throw e;
    }
    if (failed instanceof Error e) {
      throw e;
    }
  }

  /** Asks something, and waits for the answer. */
  <T> T ask(java.util.concurrent.Callable<T> question) throws SQLException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    add(
        () -> {
          try {
            answer.complete(question.call());
          } catch (Exception e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      while (true) {
        try {
          return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
          check();
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      failure = e.getCause();
      check();
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Waits until all is done. */
  void finish() throws SQLException {
    add(END);
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    check();
  }

  /** Stops what isn't done yet, and waits for the end of what is being done. */
  @Override
  public void close() {
    stopped = true;
    boolean interrupted = Thread.interrupted();
    while (thread.isAlive()) {
      thread.interrupt();
      try {
        thread.join(PATIENCE_MILLIS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
