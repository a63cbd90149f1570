package dev.varve.schema;

import java.util.List;

/**
 * A table's primary key.
 *
 * @param name the constraint's name
 * @param columns its columns in order, at least one but in {@link #NONE}
 */
public record PrimaryKey(String name, List<String> columns) implements Constraint {
  /**
   * Of a table without primary key. Entities have one always, tables of a database needn't: in
   * SQLite a key with a computed column is but a unique index.
   */
  public static final PrimaryKey NONE = new PrimaryKey("", List.of());

  /** Copies the list. */
  public PrimaryKey {
    columns = List.copyOf(columns);
  }
}
