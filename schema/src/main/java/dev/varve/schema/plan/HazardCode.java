package dev.varve.schema.plan;

/**
 * Kinds of hazards, by the families that other tools use: {@code DS} destructive, {@code MF}
 * depends on the rows, {@code BC} incompatible with a running application, {@code CD} constraint
 * dropped, {@code PG} PostgreSQL, {@code LT} SQLite. {@code IX} (indexes) and {@code TY} (types)
 * concern a schema as it is, without any change.
 */
public enum HazardCode {
  /** A table is dropped with its rows. */
  DS102,
  /** A column is dropped with its values. */
  DS103,
  /**
   * A unique index is built over existing rows, which fails if two of them agree, or rows get
   * values in a column in which they have to differ.
   */
  MF101,
  /**
   * A NOT NULL column without default is new: an application that doesn't know it can't insert rows
   * any more, or nothing says what existing rows get.
   */
  MF103,
  /** A column becomes NOT NULL: who still writes null fails. */
  MF104,
  /**
   * A CHECK is added over existing rows. From then on it also stops updates of rows that don't meet
   * it, of whatever column (measured with PostgreSQL 15 and 18).
   */
  MF105,
  /** A foreign key is added over existing rows, some of which may refer to nothing. */
  MF106,
  /** Values are converted to a type that may not hold all of them. */
  MF107,
  /** A table is renamed. */
  BC101,
  /** A column is renamed. */
  BC102,
  /** A value of an enum is renamed or replaced: who doesn't know that still writes the old one. */
  BC105,
  /** A foreign key is dropped: nothing stops rows that refer to nothing. */
  CD101,
  /** A CHECK is dropped. */
  CD102,
  /** A primary key is dropped or becomes another. */
  CD103,
  /**
   * A table is rewritten while nobody can read it (<a
   * href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">ALTER
   * TABLE, Notes</a>).
   */
  PG301,
  /**
   * Indexes are built anew while nobody can read the table: the type changes without a rewrite, but
   * what is computed from the column, or sorted by it, does not (measured with PostgreSQL 14, 15
   * and 18).
   */
  PG331,
  /** SQLite copies the table. */
  LT101,
  /**
   * A foreign key has no index that starts with its columns: deleting or updating a row it may
   * refer to reads the whole table (<a
   * href="https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK">Foreign
   * Keys</a>).
   */
  IX101,
  /** An index has more than four columns, and most searches use the first ones only. */
  IX102,
  /** A counter has less than 64 bits and comes to its end one day. */
  TY101,
  /**
   * A column is {@code json}, which has no equality: SELECT DISTINCT and GROUP BY fail (<a
   * href="https://www.postgresql.org/docs/current/datatype-json.html">JSON Types</a>).
   */
  TY102,
  /**
   * A column has a type that PostgreSQL keeps for old times' sake (<a
   * href="https://wiki.postgresql.org/wiki/Don%27t_Do_This">Don't Do This</a>).
   */
  TY103
}
