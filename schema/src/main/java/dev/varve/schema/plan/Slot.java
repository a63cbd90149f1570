package dev.varve.schema.plan;

import dev.varve.schema.plan.Migration.Phase;

/**
 * The order of all that PostgreSQL's migrations do. Down scripts go through it backwards, so each
 * place has to fit in both directions.
 */
enum Slot {
  /** Enum types get other names and more values. */
  VALUES(Phase.VALUES),
  /** What is only called otherwise. */
  NAMES(Phase.MAIN),
  /** New enum types and schemas. */
  TYPES(Phase.MAIN),
  /** New columns, and what is said of columns and tables. */
  COLUMNS(Phase.MAIN),
  /** New tables, and foreign keys between them. */
  TABLES(Phase.MAIN),
  /** Foreign keys that go, or stand in the way. */
  FOREIGN_KEY_DROPS(Phase.ONLINE),
  /** Checks that go. */
  CHECK_DROPS(Phase.ONLINE),
  /** Indexes and keys that go and stand in the way of what follows. */
  EARLY_KEY_DROPS(Phase.ONLINE),
  /** New columns get values, from the other columns as they were before. */
  NEW_VALUES(Phase.ONLINE),
  /** Words are replaced by others. */
  WORDS(Phase.ONLINE),
  /** Columns that need no value any more and get another type: a lost value is of the former. */
  RETYPED_NULLABLE(Phase.ONLINE),
  /** Columns get other types, or are computed otherwise. */
  COLUMN_TYPES(Phase.ONLINE),
  /** New columns that are computed, and new counters. */
  COMPUTED(Phase.ONLINE),
  /** Columns become NOT NULL. */
  NOT_NULL(Phase.ONLINE),
  /** Columns that became NOT NULL become counters. */
  COUNTERS(Phase.ONLINE),
  /** New indexes and keys. */
  KEYS(Phase.ONLINE),
  /** New checks. */
  CHECKS(Phase.ONLINE),
  /** New foreign keys, and those that stood in the way. */
  FOREIGN_KEYS(Phase.ONLINE),
  /** Indexes and keys that go, once there are new ones. */
  KEY_DROPS(Phase.ONLINE),
  /** Columns that need no value any more. */
  NULLABLE(Phase.ONLINE),
  /** Columns that go. */
  COLUMN_DROPS(Phase.CONTRACT),
  /** Tables that go. */
  TABLE_DROPS(Phase.CONTRACT),
  /** Enum types lose values. */
  FEWER_VALUES(Phase.CONTRACT),
  /** Enum types and schemas that go. */
  TYPE_DROPS(Phase.CONTRACT);

  private final Phase phase;

  Slot(Phase phase) {
    this.phase = phase;
  }

  Phase phase() {
    return phase;
  }
}
