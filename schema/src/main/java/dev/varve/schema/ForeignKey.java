package dev.varve.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name the constraint's name
 * @param columns the referring columns
 * @param target the table referred to, which may be the table itself
 * @param targetColumns the columns referred to, as many as {@code columns}, in the same order
 * @param onDelete what happens when the row referred to is deleted
 * @param onUpdate what happens when its key changes
 * @param deferrable whether it is checked at commit
 */
public record ForeignKey(
    String name,
    List<String> columns,
    QualifiedName target,
    List<String> targetColumns,
    Action onDelete,
    Action onUpdate,
    boolean deferrable)
    implements Constraint {
  /** Copies the lists. */
  public ForeignKey {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
  }

  /** What happens to a referring row. */
  public enum Action {
    /** The statement, or the commit, fails. */
    NO_ACTION,
    /** The statement fails at once. */
    RESTRICT,
    /** The row is deleted, or follows. */
    CASCADE,
    /** Its columns become null. */
    SET_NULL,
    /** Its columns take their default. */
    SET_DEFAULT
  }
}
