package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.rich.PlanCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Columns that no two rows may agree in.
 *
 * @param name the constraint's name
 * @param columns the columns' places
 * @param where the condition, in SQL, of the rows that it is about; empty: all
 * @param condition what that says; null if it is about all rows, or nobody knows of which
 */
record UniqueShape(String name, int[] columns, String where, @Nullable PlanCondition condition) {
  /** A key of all rows. */
  UniqueShape(String name, int[] columns) {
    this(name, columns, "", null);
  }

  /** A key whose condition is read. */
  UniqueShape in(TableShape table) {
    return where.isEmpty()
        ? this
        : new UniqueShape(name, columns, where, PlanConditions.of(table, where));
  }

  /** What is left of it when only some of its columns count: it tells no more rows apart. */
  UniqueShape of(List<Integer> some) {
    int[] places = some.stream().mapToInt(column -> column).toArray();
    return new UniqueShape(name, places, where, condition);
  }

  /** Whether {@code column} is one of its columns. */
  boolean has(int column) {
    for (int part : columns) {
      if (part == column) {
        return true;
      }
    }
    return false;
  }

  /** Whether it depends on {@code column} which rows it is about. */
  boolean dependsOn(int column) {
    return condition != null && condition.column() == column;
  }

  /** Whether a row breaks it or not by what it holds in {@code column}. */
  boolean varies(int column) {
    return has(column) || dependsOn(column);
  }

  /** Whether it may be about a row: not if that holds what its condition excludes. */
  boolean mayConcern(Row row) {
    if (condition == null) {
      return true;
    }
    Object cell = row.value(condition.column());
    return cell == RowSeed.UNSET || cell == Row.LEFT || condition.holds(cell);
  }

  /** Whether rows that differ in {@code other} differ in this too. */
  boolean follows(UniqueShape other) {
    if (!other.where.isEmpty() && !other.where.equals(where)) {
      return false;
    }
    for (int part : other.columns) {
      if (!has(part)) {
        return false;
      }
    }
    return true;
  }

  /** The condition of the rows that agree with one in it, after WHERE. */
  String agreeing(TableShape table) {
    StringBuilder sql = new StringBuilder();
    for (int column : columns) {
      sql.append(sql.length() == 0 ? "" : " AND ");
      sql.append(SeedEngine.quoted(table.columns.get(column).name)).append(" = ?");
    }
    if (condition != null) {
      String name = SeedEngine.quoted(table.columns.get(condition.column()).name);
      String nothing = condition.equal() ? " IS NULL" : " IS NOT NULL";
      String operator = condition.equal() ? " = ?" : " <> ?";
      sql.append(sql.length() == 0 ? "" : " AND ");
      sql.append(name).append(condition.value() == null ? nothing : operator);
    }
    return sql.toString();
  }

  /** The parameters of {@link #agreeing}, after the values of its columns. */
  List<Cell> more(TableShape table) {
    List<Cell> cells = new ArrayList<>();
    if (condition != null && condition.value() != null) {
      cells.add(
          new Cell(
              table.columns.get(condition.column()).type,
              Objects.requireNonNull(condition.value())));
    }
    return cells;
  }

  @Override
  public String toString() {
    return where.isEmpty() ? name : name + " (of rows where " + where + ')';
  }
}
