package dev.varve.seed.rich;

/**
 * A foreign key.
 *
 * @param index its place among the table's relations
 * @param name what its setter is called
 * @param constraint its name in the database
 * @param columns the referring columns' places
 * @param target the table referred to
 * @param targetColumns the places of the columns referred to
 * @param deferrable whether it is checked at commit
 * @param required whether a row without related row can't be
 */
public record PlanRelation(
    int index,
    String name,
    String constraint,
    int[] columns,
    PlanTable target,
    int[] targetColumns,
    boolean deferrable,
    boolean required) {
  boolean has(int column) {
    return place(column) >= 0;
  }

  /** The place of {@code column} in the key, or -1. */
  int place(int column) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == column) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return name;
  }
}
