package dev.varve.conformance.laws;

/** What can be done with the values of a column in SQL. */
enum Family {
  /** Compared with numbers, added. */
  NUMBER,
  /** Joined, measured, made small. */
  TEXT,
  /** A condition by itself. */
  TRUTH,
  /** A list. */
  LIST,
  /** JSON. */
  JSON,
  /** Compared with itself only. */
  OTHER
}
