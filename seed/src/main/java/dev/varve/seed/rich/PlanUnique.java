package dev.varve.seed.rich;

/**
 * Columns that no two rows may agree in.
 *
 * @param name the constraint's name
 * @param columns the columns' places
 */
public record PlanUnique(String name, int[] columns) {
  boolean has(int column) {
    for (int part : columns) {
      if (part == column) {
        return true;
      }
    }
    return false;
  }

  /** Whether rows that differ in {@code other} differ in this too. */
  boolean follows(PlanUnique other) {
    for (int part : other.columns) {
      if (!has(part)) {
        return false;
      }
    }
    return true;
  }
}
