package dev.varve.seed;

import dev.varve.seed.value.Choices;
import dev.varve.seed.value.ColumnOrders;
import dev.varve.seed.value.ValueDomain;
import dev.varve.seed.value.ValueException;
import dev.varve.seed.value.ValueType.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives rows of smoke the values at the edges of their columns, such that unique keys hold. */
final class SmokeCells {
  /** The most values of a small domain that are tried before a row is given up. */
  private static final int TRIES = 200;

  /** How many edges an index over an expression is trusted to tell apart. */
  private static final int TRUSTED = 2;

  private final SeedEngine engine;
  private final SmokeKeys keys;

  SmokeCells(SeedEngine engine, SmokeKeys keys) {
    this.engine = engine;
    this.keys = keys;
  }

  /** Gives the {@code number}th row of its table its values. */
  void fill(SmokeRow row, int number) {
    ColumnOrders orders = row.table.shape.orders;
    List<SmokeColumn> compared = new ArrayList<>();
    for (SmokeColumn column : row.table.columns) {
      if (row.isGiven(column.shape())) {
        continue;
      }
      Object value = value(row.table, column, number);
      row.seed.presets()[column.shape().index] = value;
      if (orders.concern(column.shape().index) && isValue(value)) {
        compared.add(column);
      }
    }
    compared.sort(
        Comparator.comparing((SmokeColumn column) -> column.shape().index, orders.lesserFirst()));
    for (int i = 0; i < compared.size(); i++) {
      compare(row, compared.subList(i, compared.size()), number);
    }
  }

  private static boolean isValue(@Nullable Object preset) {
    return preset != null && preset != RowSeed.UNSET && preset != RowSeed.WANTED;
  }

  /** Gives the first of {@code open} an edge of what those that were before it leave. */
  private void compare(SmokeRow row, List<SmokeColumn> open, int number) {
    TableShape table = row.table.shape;
    ColumnShape column = open.get(0).shape();
    @Nullable Object[] cells = cells(row);
    open.forEach(each -> cells[each.shape().index] = ColumnOrders.OPEN);
    Object value = RowSeed.WANTED;
    try {
      ValueDomain left = table.orders.domain(column.index, cells);
      List<Object> edges = SmokeColumn.edges(row.table.builder, column, left, engine);
      edges.removeIf(edge -> !holds(table, cells, column, edge));
      value = edges.isEmpty() ? value : edges.get(number % edges.size());
    } catch (ValueException e) {
      value = column.nullable ? null : value;
    }
    row.seed.presets()[column.index] = value;
  }

  private static boolean holds(
      TableShape table, @Nullable Object[] cells, ColumnShape column, Object value) {
    @Nullable Object[] more = cells.clone();
    more[column.index] = value;
    return table.orders.hold(more);
  }

  /** The values of a row that are known. */
  private static @Nullable Object[] cells(SmokeRow row) {
    @Nullable Object[] cells = new Object[row.table.shape.columns.size()];
    for (int i = 0; i < cells.length; i++) {
      Object preset = row.seed.presets()[i];
      cells[i] = isValue(preset) ? preset : null;
    }
    return cells;
  }

  private @Nullable Object value(SmokeTable table, SmokeColumn column, int number) {
    ColumnShape shape = column.shape();
    boolean bare = number == table.bareRow();
    if (shape.nullable && (bare || column.isLeft())) {
      return null;
    }
    if (column.isLeft() || bare && shape.hasDefault(engine)) {
      return RowSeed.UNSET;
    }
    if (number == table.sparseRow() && shape.optional) {
      return null;
    }
    int turn = number - (table.bare && !bare ? 1 : 0);
    boolean skipped = shape.optional && table.sparseRow() >= 0 && number > table.sparseRow();
    return edge(table, column, skipped ? turn - 1 : turn);
  }

  private static Object edge(SmokeTable table, SmokeColumn column, int turn) {
    int count = column.edges().size();
    if (table.shape.distinct.contains(column.shape().index)) {
      boolean text = column.shape().type.kind() == Kind.TEXT;
      count = text ? Math.min(count, TRUSTED) : 0;
    }
    boolean used = table.mustDiffer(column) && turn >= count && !column.isSmall();
    return used ? RowSeed.WANTED : column.edges().get(turn % column.edges().size());
  }

  /** Changes values until no unique key is broken; false if that can't be. */
  boolean differ(SmokeRow row) throws SQLException {
    for (int i = 0; i <= row.table.shape.uniques.size(); i++) {
      List<UniqueShape> taken = keys.taken(row);
      if (taken.isEmpty()) {
        return true;
      }
      if (!vary(row, taken.get(0))) {
        return false;
      }
    }
    return keys.taken(row).isEmpty();
  }

  private boolean vary(SmokeRow row, UniqueShape unique) throws SQLException {
    List<SmokeColumn> free = new ArrayList<>();
    for (SmokeColumn column : row.table.columns) {
      if (unique.has(column.shape().index) && !column.isLeft() && !row.isGiven(column.shape())) {
        free.add(column);
      }
    }
    for (SmokeColumn column : free) {
      if (!column.isSmall()) {
        row.seed.presets()[column.shape().index] = RowSeed.WANTED;
        return true;
      }
    }
    for (SmokeColumn column : free) {
      if (another(row, column, unique)) {
        return true;
      }
    }
    for (SmokeColumn column : free) {
      if (column.shape().nullable) {
        row.seed.presets()[column.shape().index] = null;
        return true;
      }
    }
    return false;
  }

  /** Looks for another value of a small domain. */
  private boolean another(SmokeRow row, SmokeColumn column, UniqueShape unique)
      throws SQLException {
    @Nullable Object[] presets = row.seed.presets();
    Object before = presets[column.shape().index];
    Choices<Object> choices = column.shape().choices(row.table.shape.name);
    for (long i = 0; i < Math.min(TRIES, choices.count()); i++) {
      presets[column.shape().index] = choices.get(i);
      boolean holds = row.table.shape.orders.hold(cells(row));
      if (holds && !keys.taken(row).contains(unique)) {
        return true;
      }
    }
    presets[column.shape().index] = before;
    return false;
  }
}
