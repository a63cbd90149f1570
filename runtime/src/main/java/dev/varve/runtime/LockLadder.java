package dev.varve.runtime;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long the attempts to run something on PostgreSQL wait for its locks. Whoever waits for a
 * table's lock blocks all that come after, so most attempts are short. But a running autovacuum
 * gives way only to somebody who has waited for deadlock_timeout (<a
 * href="https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM">The Autovacuum
 * Daemon</a>), so every third is longer than that.
 */
final class LockLadder {
  /** Lock not available, deadlock. */
  private static final Set<String> LOCKED = Set.of("55P03", "40P01");

  private static final long FIRST_TIMEOUT_MS = 100;
  private static final long LONGEST_SHORT_TIMEOUT_MS = 1_000;
  private static final long FIRST_PAUSE_MS = 50;
  private static final long LONGEST_PAUSE_MS = 5_000;

  private final long limitNanos;
  private final long deadlockTimeoutMs;
  private int attempts;
  private long start;

  /**
   * A ladder before its first attempt.
   *
   * @param limitNanos after so long no attempt begins but the first
   * @param deadlockTimeoutMs the server's setting
   */
  LockLadder(long limitNanos, long deadlockTimeoutMs) {
    this.limitNanos = limitNanos;
    this.deadlockTimeoutMs = deadlockTimeoutMs;
  }

  /** How long the next attempt waits for a lock, in milliseconds, at least 1. */
  long timeoutMs() {
    if (attempts == 0) {
      start = System.nanoTime();
    }
    int round = attempts / 3;
    int inRound = attempts % 3;
    attempts++;
    return inRound == 2
        ? deadlockTimeoutMs + 500
        : Math.min(FIRST_TIMEOUT_MS << Math.min(2 * round + inRound, 10), LONGEST_SHORT_TIMEOUT_MS);
  }

  /** Whether another attempt is worth it after this failure. */
  boolean goesOn(MigrationException failure) {
    return LOCKED.contains(failure.sqlState().orElse("")) && waitedNanos() < limitNanos;
  }

  long waitedNanos() {
    return System.nanoTime() - start;
  }

  /**
   * Lets others go first.
   *
   * @throws MigrationException if the thread is interrupted
   */
  void pause() {
    long longest = Math.min(FIRST_PAUSE_MS << Math.min(attempts, 10), LONGEST_PAUSE_MS);
    sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }

  /**
   * Waits.
   *
   * @throws MigrationException if the thread is interrupted
   */
  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MigrationException("interrupted while waiting for a lock");
    }
  }
}
