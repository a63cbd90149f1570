package dev.varve.schema.plan;

/**
 * Kinds of hazards, by the families that other tools use: {@code DS} destructive, {@code MF}
 * depends on the rows, {@code BC} incompatible with a running application, {@code CD} constraint
 * dropped, {@code PG} PostgreSQL, {@code LT} SQLite.
 */
public enum HazardCode {
  /** A table is dropped with its rows. */
  DS102,
  /** A column is dropped with its values. */
  DS103,
  /** A unique index is built over existing rows. */
  MF101,
  /** A NOT NULL column is new, and nothing says what existing rows get. */
  MF103,
  /** A column becomes NOT NULL. */
  MF104,
  /** A table is renamed. */
  BC101,
  /** A column is renamed. */
  BC102,
  /** A table is rewritten while nobody can read it. */
  PG301,
  /** SQLite copies the table. */
  LT101
}
