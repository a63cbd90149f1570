package dev.varve.schema;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param name the constraint's name
 * @param columns its columns in order, at least one
 */
public record UniqueKey(String name, List<String> columns) implements Constraint {
  /** Copies the list. */
  public UniqueKey {
    columns = List.copyOf(columns);
  }
}
