package dev.varve;

/** A database engine that Varve writes SQL for. */
public enum Dialect {
  /** PostgreSQL, version 14 or later. */
  POSTGRESQL,

  /** SQLite, version 3.37 or later: the first that knows {@code STRICT} tables. */
  SQLITE
}
