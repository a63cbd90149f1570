package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's advisory lock of a session (<a
 * href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory
 * Locks</a>). It is polled for: a session that waits in {@code pg_advisory_lock} has an open
 * snapshot, on which {@code CREATE INDEX CONCURRENTLY} of the holder would wait. It ends with its
 * session, so a killed applier leaves none.
 */
final class AdvisoryLock {
  private static final long FIRST_PAUSE_MS = 20;
  private static final long LONGEST_PAUSE_MS = 500;

  /**
   * A server that is busy with a statement does not notice that its client is gone unless it looks
   * (since version 14, where its operating system can).
   */
  private static final String WATCH_CLIENT =
      "CASE WHEN version() ~ 'linux' AND current_setting('client_connection_check_interval') = '0'"
          + " THEN set_config('client_connection_check_interval', '2s', false) END";

  private static final String UNWATCH_CLIENT =
      "CASE WHEN current_setting('client_connection_check_interval') = '2s'"
          + " THEN set_config('client_connection_check_interval', '0', false) END";

  /** What to do about a server process that isn't kept. */
  static final String POOLED =
      "A pool does so that hands out servers by transaction, as PgBouncer in pool_mode ="
          + " transaction; connect to PostgreSQL directly or by session";

  /** 2038 and more: seconds since 1970, less this, are an integer of 32 bits until 2106. */
  private static final long TIME_ORIGIN = 1L << 31;

  /** What the server's message has where {@link #requireHeldQuery} fails. */
  private static final String LOST = "varve has lost its lock, process ";

  private final Session session;
  private final long key;
  private int backend;
  private int time;

  /**
   * A lock that is not yet taken.
   *
   * @param subject what it protects; equal subjects exclude each other
   */
  AdvisoryLock(Session session, String subject) {
    this.session = session;
    this.key = key(subject);
  }

  private static long key(String subject) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha256.digest(subject.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256 (MessageDigest's contract)", e);
    }
  }

  /**
   * Waits for the lock, at most as long as the settings say.
   *
   * @throws MigrationException if that was not enough, with who holds it; or if the connection does
   *     not keep its session
   */
  void take() throws SQLException {
    long start = System.nanoTime();
    long limit = session.settings.lockTimeoutNanos();
    long pause = FIRST_PAUSE_MS;
    while (!tryTake()) {
      long waited = System.nanoTime() - start;
      if (waited >= limit) {
        throw timedOut();
      }
      session.settings.listener().waiting(Duration.ofNanos(waited));
      LockLadder.sleep(Math.min(pause, Math.max(1, (limit - waited) / 1_000_000)));
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    }
    verify();
  }

  /**
   * Takes the lock if it is free, and with it a second one whose key is the time, for others to
   * read. A session may take what it holds already: if its process does, another client of a pool
   * has taken it, or has left it behind.
   */
  private boolean tryTake() throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result = statement.executeQuery(tryTakeQuery())) {
      result.next();
      backend = result.getInt(2);
      if (result.getBoolean(1)) {
        throw shared();
      }
      time = result.getInt(4);
      return result.getBoolean(3);
    }
  }

  private String tryTakeQuery() {
    return """
        SELECT held, pg_backend_pid(), taken, now,
          CASE WHEN taken THEN pg_try_advisory_lock(%d, now) END
        FROM (WITH before AS MATERIALIZED (
            SELECT %s AS held, (extract(epoch FROM clock_timestamp())::bigint - %d)::integer AS now)
          SELECT held, now, CASE WHEN held THEN false ELSE pg_try_advisory_lock(%d) END AS taken
          FROM before OFFSET 0) AS attempt"""
        .formatted(timeClass(), isHeldHere(), TIME_ORIGIN, key);
  }

  private int timeClass() {
    return (int) (key >>> 32);
  }

  private MigrationException shared() {
    return Failure.of(
            "server process "
                + backend
                + ", which answers this connection, holds the lock already, though this connection"
                + " has not taken it: the process is shared. "
                + POOLED)
        .hint(
            "If no other applier is at work, one was killed and left it: SELECT"
                + " pg_terminate_backend("
                + backend
                + ").")
        .exception();
  }

  private void verify() throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(heldQuery() + ", " + WATCH_CLIENT + ", " + takeAgain())) {
      result.next();
      requireHeld(result.getInt(1), result.getBoolean(2));
    } catch (MigrationException e) {
      releaseAfter(e);
      throw e;
    }
  }

  /** A query for the session's process, and whether that process holds this lock. */
  String heldQuery() {
    return "SELECT pg_backend_pid(), " + isHeldHere();
  }

  private String isHeldHere() {
    return "EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND " + isThisLock() + ")";
  }

  /** It is held twice, so that {@link #requireHeldQuery} can give it back once and look. */
  private String takeAgain() {
    return "CASE WHEN pg_backend_pid() = "
        + backend
        + " THEN pg_try_advisory_lock("
        + key
        + ") END";
  }

  /**
   * A query that fails where {@link #requireHeld} would: in one string with what may only run under
   * the lock, it keeps that from being run. Only who holds a lock can give it back, and who holds
   * it twice still holds it then; that takes a tenth of the time that pg_locks does. The server
   * sees that the last branch is no constant, or it would fail always.
   */
  String requireHeldQuery() {
    return """
        SELECT CASE WHEN held THEN 0 ELSE ('%s' || process || '.')::integer END
        FROM (SELECT pg_backend_pid(),
            CASE WHEN pg_backend_pid() = %d AND pg_advisory_unlock(%d)
              THEN pg_try_advisory_lock(%d) ELSE false END
          OFFSET 0) AS answer (process, held)"""
        .formatted(LOST, backend, key, key);
  }

  /**
   * Looks whether {@link #requireHeldQuery} has failed.
   *
   * @throws MigrationException if so
   */
  void requireHeld(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    int start = message.indexOf(LOST);
    int end = start < 0 ? -1 : message.indexOf('.', start + LOST.length());
    if (end >= 0) {
      String process = message.substring(start + LOST.length(), end);
      requireHeld(Integer.parseInt(process), false);
    }
  }

  /** How pg_locks shows an advisory lock with one key of 64 bits. */
  private String isThisLock() {
    return "locktype = 'advisory' AND granted AND objsubid = 1 AND classid = "
        + (key >>> 32)
        + " AND objid = "
        + (key & 0xffff_ffffL)
        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
  }

  /**
   * Checks an answer to {@link #heldQuery}.
   *
   * @throws MigrationException if another process answers than the one that took the lock, or if
   *     the lock is gone
   */
  void requireHeld(int answering, boolean held) {
    if (answering != backend || !held) {
      throw new MigrationException(
          "the connection does not keep its session: the lock was taken by server process "
              + backend
              + ", the next statement was run by process "
              + answering
              + (held || answering != backend ? "" : ", which does not hold it any more")
              + ". "
              + POOLED);
    }
  }

  /**
   * Gives the lock back.
   *
   * @throws MigrationException if this session did not hold it any more
   */
  void release() throws SQLException {
    if (!tryRelease()) {
      throw new MigrationException(
          "the lock against other appliers was lost before the end: another session ended it, or"
              + " the connection did not keep its session; compare status() with what should be"
              + " applied");
    }
  }

  /** The same after a failure, which must not be hidden by another. */
  void releaseAfter(Throwable failure) {
    try {
      tryRelease();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private boolean tryRelease() throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT pg_advisory_unlock("
                    + key
                    + "), pg_advisory_unlock("
                    + key
                    + "), pg_advisory_unlock("
                    + timeClass()
                    + ", "
                    + time
                    + "), "
                    + UNWATCH_CLIENT)) {
      return result.next() && result.getBoolean(1);
    }
  }

  private MigrationException timedOut() throws SQLException {
    Optional<LockHolder> holder = holder();
    String who = holder.map(one -> "server " + one).orElse("it has just ended; try again");
    String ending =
        holder
            .map(one -> ", or end it: SELECT pg_terminate_backend(" + one.process() + ")")
            .orElse("");
    return Failure.of(
            "another applier holds the lock since longer than "
                + Settings.words(session.settings.lockTimeout())
                + ": "
                + who)
        .hint("Wait for it with a longer lockTimeout" + ending + ".")
        .exception();
  }

  /** Who holds it now. */
  Optional<LockHolder> holder() throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT pid, application_name, usename, state, backend_start::text, query, (SELECT"
                    + " (t.objid::bigint + "
                    + TIME_ORIGIN
                    + ") % 4294967296 FROM pg_locks t WHERE t.pid = l.pid AND"
                    + " t.locktype = 'advisory' AND t.objsubid = 2 AND t.classid = l.classid"
                    + " AND t.database = l.database LIMIT 1)"
                    + " FROM pg_locks l JOIN pg_stat_activity USING (pid) WHERE "
                    + isThisLock())) {
      if (!result.next()) {
        return Optional.empty();
      }
      long since = result.getLong(7);
      return Optional.of(
          new LockHolder(
              result.getLong(1),
              described(result, "connected"),
              result.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(since))));
    }
  }

  /**
   * A row of pid, application_name, usename, state, a time and query, in words but for the pid.
   * What a role may not see of other roles' sessions is left out.
   *
   * @param since what has begun at that time
   */
  static String described(ResultSet result, String since) throws SQLException {
    StringBuilder text = new StringBuilder();
    text.append("application \"").append(result.getString(2)).append("\", user ");
    text.append(result.getString(3));
    append(text, ", ", result.getString(4));
    append(text, ", " + since + " since ", result.getString(5));
    String query = result.getString(6);
    append(
        text, ", last statement: ", query == null ? null : new SqlStatement(query, 1).excerpt(200));
    return text.toString();
  }

  private static void append(StringBuilder text, String before, @Nullable String value) {
    if (value != null) {
      text.append(before).append(value);
    }
  }
}
