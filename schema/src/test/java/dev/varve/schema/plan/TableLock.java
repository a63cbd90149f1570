package dev.varve.schema.plan;

import java.util.Locale;

/**
 * PostgreSQL's locks of tables, weakest first (<a
 * href="https://www.postgresql.org/docs/current/explicit-locking.html">Explicit Locking</a>).
 */
enum TableLock {
  NONE,
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /** By its name in {@code pg_locks}, as in {@code ShareUpdateExclusiveLock}. */
  static TableLock of(String mode) {
    String words = mode.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return valueOf(words.toUpperCase(Locale.ROOT));
  }

  /** Whether rows can't be written while somebody has it. */
  boolean stopsWriters() {
    return compareTo(SHARE) >= 0;
  }

  TableLock stronger(TableLock other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public String toString() {
    return name().replace('_', ' ');
  }
}
