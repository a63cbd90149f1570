package dev.varve.seed;

import dev.varve.seed.load.Cell;
import java.util.ArrayList;
import java.util.List;

/** The statements of seeds. Both databases understand the same. */
final class Sql {
  private Sql() {}

  static String insert(String table, List<ColumnShape> columns) {
    if (columns.isEmpty()) {
      return "INSERT INTO " + table + " DEFAULT VALUES";
    }
    return "INSERT INTO "
        + table
        + " ("
        + names(columns)
        + ") VALUES (?"
        + ", ?".repeat(columns.size() - 1)
        + ')';
  }

  /** What follows an INSERT to update the row that has the same {@code key}. */
  static String orUpdate(List<ColumnShape> columns, List<ColumnShape> key) {
    StringBuilder sql = new StringBuilder(" ON CONFLICT (" + names(key) + ") DO ");
    String comma = "UPDATE SET ";
    for (ColumnShape column : columns) {
      if (!key.contains(column)) {
        String name = SeedEngine.quoted(column.name);
        sql.append(comma).append(name).append(" = excluded.").append(name);
        comma = ", ";
      }
    }
    return comma.equals(", ") ? sql.toString() : sql.append("NOTHING").toString();
  }

  static String update(String table, List<ColumnShape> columns, List<ColumnShape> key) {
    return "UPDATE " + table + " SET " + each(columns, " = ?", ", ") + where(key);
  }

  static String where(List<ColumnShape> columns) {
    return " WHERE " + each(columns, " = ?", " AND ");
  }

  static String select(String table, List<ColumnShape> columns, List<ColumnShape> key) {
    return "SELECT " + names(columns) + " FROM " + table + where(key);
  }

  /** The rows that a junction table links to one, by their keys. */
  static String links(SeedEngine engine, JunctionShape junction) {
    StringBuilder targets = new StringBuilder();
    for (String column : junction.targetColumns()) {
      targets.append(targets.length() == 0 ? "" : ", ").append(SeedEngine.quoted(column));
    }
    StringBuilder sql = new StringBuilder("SELECT ").append(targets).append(" FROM ");
    sql.append(engine.table(junction.table()));
    String and = " WHERE ";
    for (String column : junction.ownerColumns()) {
      sql.append(and).append(SeedEngine.quoted(column)).append(" = ?");
      and = " AND ";
    }
    return sql.append(" ORDER BY ").append(targets).toString();
  }

  static List<ColumnShape> key(TableShape table) {
    List<ColumnShape> key = new ArrayList<>();
    for (int column : table.key) {
      key.add(table.columns.get(column));
    }
    return key;
  }

  /** The rows of {@code count} keys. */
  static String select(String table, List<ColumnShape> columns, List<ColumnShape> key, int count) {
    String one = "(" + each(key, " = ?", " AND ") + ")";
    return "SELECT "
        + names(columns)
        + " FROM "
        + table
        + " WHERE "
        + one
        + (" OR " + one).repeat(count - 1);
  }

  /** What a row holds in {@code columns}, for a statement. */
  static List<Cell> cells(Row row, List<ColumnShape> columns) {
    List<Cell> cells = new ArrayList<>();
    for (ColumnShape column : columns) {
      cells.add(new Cell(column.type, row.value(column.index)));
    }
    return cells;
  }

  private static String names(List<ColumnShape> columns) {
    return each(columns, "", ", ");
  }

  private static String each(List<ColumnShape> columns, String after, String between) {
    StringBuilder sql = new StringBuilder();
    for (ColumnShape column : columns) {
      sql.append(sql.length() == 0 ? "" : between);
      sql.append(SeedEngine.quoted(column.name)).append(after);
    }
    return sql.toString();
  }
}
