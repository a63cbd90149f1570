package dev.varve.seed.rich;

import dev.varve.seed.value.ValueType;
import java.util.List;

/**
 * A column, as far as plans need to know it.
 *
 * @param index its place in the table
 * @param name its name in the database
 * @param setter what its setter is called
 * @param type what it holds
 * @param nullable whether it may be null
 * @param optional whether it may be null even if the embedded records around it are not
 * @param groups the nullable embedded records around it
 * @param identity whether the table counts it
 * @param computed whether the database computes it
 * @param hasDefault whether the database has a value for a row that names none
 * @param choices the values that can be invented for it
 */
public record PlanColumn(
    int index,
    String name,
    String setter,
    ValueType type,
    boolean nullable,
    boolean optional,
    List<Integer> groups,
    boolean identity,
    boolean computed,
    boolean hasDefault,
    PlanValues choices) {
  /** Copies the list. */
  public PlanColumn {
    groups = List.copyOf(groups);
  }
}
