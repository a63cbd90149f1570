package dev.varve;

/** Who gives a primary key its value. */
public enum IdGeneration {
  /**
   * The database, where it can: a single {@code long} or {@code int} key that is no relation is an
   * identity column, a single {@code UUID} key has a random default. Any other key is given by the
   * application.
   */
  AUTO,

  /** The application, always. */
  NONE
}
