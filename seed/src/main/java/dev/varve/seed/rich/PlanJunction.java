package dev.varve.seed.rich;

import dev.varve.seed.load.TableName;
import java.util.List;

/**
 * A many-to-many relation.
 *
 * @param index its place among the table's junctions
 * @param name what its setter is called
 * @param table the junction table
 * @param ownerColumns the columns that refer to the owner's key
 * @param targetColumns the columns that refer to the other end's key
 * @param target the other end
 */
public record PlanJunction(
    int index,
    String name,
    TableName table,
    List<String> ownerColumns,
    List<String> targetColumns,
    PlanTable target) {
  /** Copies the lists. */
  public PlanJunction {
    ownerColumns = List.copyOf(ownerColumns);
    targetColumns = List.copyOf(targetColumns);
  }
}
