package dev.varve.seed.load;

import java.util.List;

/**
 * A table with the columns that rows are sent for; all others get their default.
 *
 * @param name its name
 * @param columns the columns, at least one, in the order of the cells
 * @param together whether a row may refer to a row of this table that comes after it: then all rows
 *     go in one statement, since foreign keys are checked at its end
 */
public record LoadTable(TableName name, List<LoadColumn> columns, boolean together) {
  /** Copies the columns. */
  public LoadTable {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(name + " without columns");
    }
  }

  /** A table whose rows refer at most to themselves, to rows before them and to other tables. */
  public LoadTable(TableName name, List<LoadColumn> columns) {
    this(name, columns, false);
  }

  /** The columns' names in SQL, with commas between them. */
  String names() {
    StringBuilder sql = new StringBuilder();
    for (LoadColumn column : columns) {
      sql.append(sql.length() == 0 ? "" : ", ").append(TableName.quoted(column.name()));
    }
    return sql.toString();
  }
}
