package dev.varve.seed.rich;

import dev.varve.seed.value.Choices;
import dev.varve.seed.value.ColumnOrders;
import dev.varve.seed.value.Keys;
import dev.varve.seed.value.ValueDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values for columns that CHECKs compare: what the row would have, if that agrees with the rest.
 */
final class Compared {
  private Compared() {}

  /** Gives the drawn columns of a row their values, those that must be less first. */
  static void fill(TableRun run, PlanRow row) {
    List<Integer> drawn = new ArrayList<>();
    for (int column : row.pattern().drawn) {
      if (run.values(column) != null) {
        drawn.add(column);
      }
    }
    ColumnOrders orders = run.table.orders();
    drawn.sort(orders.lesserFirst());
    @Nullable Object[] cells = cells(row, drawn);
    for (int column : drawn) {
      Object value = value(run, row, column, cells);
      cells[column] = value;
      row.cells[column] = value;
    }
  }

  private static @Nullable Object[] cells(PlanRow row, List<Integer> open) {
    @Nullable Object[] cells = new Object[row.table.columns.size()];
    for (int column = 0; column < cells.length; column++) {
      Object cell = row.cells[column];
      cells[column] = cell == PlanRow.UNSET ? null : cell;
    }
    for (int column : open) {
      cells[column] = ColumnOrders.OPEN;
    }
    return cells;
  }

  private static @Nullable Object value(
      TableRun run, PlanRow row, int column, @Nullable Object[] cells) {
    ColumnValues values = run.values(column);
    if (values == null) {
      return null;
    }
    ColumnOrders orders = run.table.orders();
    Object usual = values.drawn(row.key, run.taken + row.ordinal);
    if (!orders.concern(column)) {
      return usual;
    }
    ValueDomain domain = orders.domain(column, cells);
    cells[column] = usual;
    if (domain.allows(usual) && orders.hold(cells)) {
      return usual;
    }
    cells[column] = ColumnOrders.OPEN;
    Choices<Object> choices = run.table.columns.get(column).choices().within(domain);
    return choices.get(
        Keys.number(Keys.mix(row.key) ^ run.columnKey(column), 0, choices.ordinary()));
  }
}
