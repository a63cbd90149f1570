package dev.varve;

/** The direction in which an index keeps a column. */
public enum SortOrder {
  /** Least first; in PostgreSQL nulls come last. */
  ASC,

  /** Greatest first; in PostgreSQL nulls come first. */
  DESC
}
