package dev.varve.seed;

/** Gives each row that a plan makes its values by chance. */
interface Chances {
  /**
   * The values for a row.
   *
   * @param row the row, of which nothing is set yet
   * @param index its number in its plan
   */
  Chance of(RowSeed row, int index);

  /** Whether the functions of children are called later, when their rows are made. */
  default boolean isLazy() {
    return false;
  }
}
