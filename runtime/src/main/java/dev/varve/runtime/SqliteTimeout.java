package dev.varve.runtime;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Stops a statement that takes too long. SQLite has no limit of its own, but another thread may
 * interrupt it (<a href="https://www.sqlite.org/c3ref/interrupt.html">sqlite3_interrupt</a>).
 */
final class SqliteTimeout extends TimerTask {
  private final Statement statement;
  private boolean over;
  private boolean stopped;

  private SqliteTimeout(Statement statement) {
    this.statement = statement;
  }

  /**
   * Runs a statement.
   *
   * @param limit how long it may take, more than zero
   * @throws SQLTimeoutException if that was not enough; with SQLite's code
   */
  static void execute(Statement statement, String sql, Duration limit) throws SQLException {
    SqliteTimeout timeout = new SqliteTimeout(statement);
    Timer timer = new Timer("varve statement timeout", true);
    try {
      timer.schedule(timeout, Math.max(1, limit.toMillis()));
      Session.execute(statement, sql);
    } catch (SQLException e) {
      throw timeout.isStopped()
          ? new SQLTimeoutException(
              "it was stopped since it took longer than " + Settings.words(limit),
              null,
              e.getErrorCode(),
              e)
          : e;
    } finally {
      timeout.end();
      timer.cancel();
    }
  }

  /** What runs after the statement must not be stopped. */
  private synchronized void end() {
    over = true;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  @Override
  public synchronized void run() {
    if (over) {
      return;
    }
    stopped = true;
    try {
      statement.cancel();
    } catch (SQLException e) {
      System.getLogger("dev.varve.runtime")
          .log(System.Logger.Level.WARNING, "a statement could not be stopped", e);
    }
  }
}
