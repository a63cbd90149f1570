package dev.varve.schema;

/**
 * Which column of which table.
 *
 * @param table the table
 * @param column the column's name
 */
public record ColumnName(QualifiedName table, String column) implements Comparable<ColumnName> {
  @Override
  public int compareTo(ColumnName other) {
    int byTable = table.compareTo(other.table);
    return byTable != 0 ? byTable : column.compareTo(other.column);
  }

  /** {@code table.column}. */
  @Override
  public String toString() {
    return table + "." + column;
  }
}
