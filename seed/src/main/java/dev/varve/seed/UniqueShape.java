package dev.varve.seed;

/**
 * Columns that no two rows may agree in.
 *
 * @param name the constraint's name
 * @param columns the columns' places
 * @param where the condition, in SQL, of the rows that it is about; empty: all
 */
record UniqueShape(String name, int[] columns, String where) {
  /** A key of all rows. */
  UniqueShape(String name, int[] columns) {
    this(name, columns, "");
  }

  /** Whether {@code column} is one of its columns. */
  boolean has(int column) {
    for (int part : columns) {
      if (part == column) {
        return true;
      }
    }
    return false;
  }

  /** Whether rows that differ in {@code other} differ in this too. */
  boolean follows(UniqueShape other) {
    for (int part : other.columns) {
      if (!has(part)) {
        return false;
      }
    }
    return true;
  }
}
