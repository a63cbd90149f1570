package dev.varve;

/** How a Java enum is stored. */
public enum EnumStorage {
  /**
   * As text with a CHECK that lists the constants. The default: a constant can be added, renamed
   * and removed by ordinary migrations.
   */
  TEXT,

  /**
   * As a PostgreSQL enum type. A constant can be added but not removed, and a new one can't be used
   * in the transaction that adds it. SQLite has no such types and stores text with a CHECK.
   */
  NATIVE
}
