package dev.varve.seed.rich;

import org.jspecify.annotations.Nullable;

/**
 * Columns that no two rows may agree in.
 *
 * @param name the constraint's name
 * @param columns the columns' places
 * @param where which rows it is about; null: all
 */
public record PlanUnique(String name, int[] columns, @Nullable PlanCondition where) {
  /** A key of all rows. */
  public PlanUnique(String name, int[] columns) {
    this(name, columns, null);
  }

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
    if (other.where != null && !other.where.equals(where)) {
      return false;
    }
    for (int part : other.columns) {
      if (!has(part)) {
        return false;
      }
    }
    return true;
  }
}
