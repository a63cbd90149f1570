package dev.varve.seed.rich;

import dev.varve.seed.value.ColumnOrders;
import dev.varve.seed.value.ValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of columns in which all rows differ, by the row's number.
 *
 * <p>Where CHECKs compare several such columns, they take their values from the first one's: a row
 * gets as many as there are columns, which nobody else gets, and the least goes to the column that
 * must be less. So both what is unique and what is compared holds by construction.
 */
final class ComparedNumbers {
  private ComparedNumbers() {}

  static void fill(TableRun run, PlanRow row, int[] numbered, NumberedValues values) {
    long number = run.taken + row.ordinal;
    ColumnOrders orders = run.table.orders();
    for (int column : numbered) {
      if (!orders.concern(column)) {
        row.cells[column] = values.of(run, row, column);
      } else if (row.cells[column] == PlanRow.UNSET) {
        fill(run, row, numbered, together(run.table, column), number);
      }
    }
    if (numbered.length > 0 && !orders.isEmpty()) {
      require(run.table, row, numbered);
    }
  }

  private static ColumnValues values(TableRun run, int column) {
    ColumnValues values = run.values(column);
    if (values == null) {
      throw new ValueException("no value can be invented");
    }
    return values;
  }

  /**
   * The unique columns of one type that CHECKs compare with a column, it too, also by way of
   * others.
   */
  private static List<Integer> together(PlanTable table, int column) {
    ColumnOrders orders = table.orders();
    List<Integer> reached = new ArrayList<>(List.of(column));
    for (int i = 0; i < reached.size(); i++) {
      for (int other : orders.others(reached.get(i))) {
        if (!reached.contains(other)) {
          reached.add(other);
        }
      }
    }
    PlanColumn first = table.columns.get(column);
    reached.removeIf(
        other ->
            !table.columns.get(other).type().equals(first.type())
                || table.uniques.stream().noneMatch(unique -> unique.has(other)));
    reached.sort(null);
    return reached;
  }

  private static void fill(
      TableRun run, PlanRow row, int[] numbered, List<Integer> together, long number) {
    List<Integer> open = new ArrayList<>();
    for (int column : numbered) {
      if (together.contains(column)) {
        open.add(column);
      }
    }
    ColumnOrders orders = run.table.orders();
    ColumnValues values = values(run, together.get(0));
    List<Object> least = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      least.add(values.unique(number * together.size() + i));
    }
    least.sort(orders.byPosition(together.get(0)));
    open.sort(orders.lesserFirst());
    for (int i = 0; i < open.size(); i++) {
      row.cells[open.get(i)] = least.get(i);
    }
  }

  private static void require(PlanTable table, PlanRow row, int[] numbered) {
    ColumnOrders orders = table.orders();
    @Nullable Object[] cells = new Object[row.cells.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.cells[i] == PlanRow.UNSET ? null : row.cells[i];
    }
    for (int column : numbered) {
      if (orders.concern(column) && !orders.allows(column, cells)) {
        String setter = table.columns.get(column).setter();
        throw new ValueException(
            setter
                + " is unique, so it gets a value by the row's number, "
                + row.cells[column]
                + ", and a CHECK doesn't let it stand beside the other columns: set it by ."
                + setter
                + "(…)");
      }
    }
  }
}
