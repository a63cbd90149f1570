package dev.varve.schema;

import java.util.List;

/**
 * A table's primary key.
 *
 * @param name the constraint's name
 * @param columns its columns in order, at least one
 */
public record PrimaryKey(String name, List<String> columns) implements Constraint {
  /** Copies the list. */
  public PrimaryKey {
    columns = List.copyOf(columns);
  }
}
