package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.value.ValueException;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the database gave itself: defaults and computed columns. Rows of a table that lack the
 * same columns are read by one query.
 */
final class ReadBack {
  /** How many rows are asked for at once; their keys are parameters. */
  private static final int MOST = 200;

  private final SeedEngine engine;

  ReadBack(SeedEngine engine) {
    this.engine = engine;
  }

  void read(List<Row> rows) throws SQLException {
    Map<List<ColumnShape>, List<Row>> alike = new LinkedHashMap<>();
    for (Row row : rows) {
      List<ColumnShape> columns = left(row);
      if (!columns.isEmpty()) {
        alike.computeIfAbsent(columns, any -> new ArrayList<>()).add(row);
      }
    }
    for (Map.Entry<List<ColumnShape>, List<Row>> each : alike.entrySet()) {
      List<Row> all = each.getValue();
      for (int from = 0; from < all.size(); from += MOST) {
        read(all.subList(from, Math.min(from + MOST, all.size())), each.getKey());
      }
    }
  }

  private List<ColumnShape> left(Row row) {
    List<ColumnShape> columns = new ArrayList<>();
    for (ColumnShape column : row.shape.columns) {
      if (row.cells[column.index] == Row.LEFT) {
        columns.add(column);
        row.cells[column.index] = engine.isReadable() ? Row.LEFT : unknown(column);
      }
    }
    return engine.isReadable() ? columns : List.of();
  }

  /** What stands in a record for a value that only the database will know. */
  private static @Nullable Object unknown(ColumnShape column) {
    if (column.java == null || !column.java.raw().isPrimitive()) {
      return null;
    }
    return switch (column.type.kind()) {
      case BOOLEAN -> false;
      case FLOAT32 -> 0f;
      case FLOAT64 -> 0d;
      case CHAR -> "\0";
      default -> 0L;
    };
  }

  private void read(List<Row> rows, List<ColumnShape> columns) throws SQLException {
    TableShape table = rows.get(0).shape;
    List<ColumnShape> key = Sql.key(table);
    List<ColumnShape> selected = new ArrayList<>(key);
    selected.addAll(columns);
    List<ValueType> types = new ArrayList<>();
    selected.forEach(column -> types.add(column.type));
    List<Cell> cells = new ArrayList<>();
    rows.forEach(row -> cells.addAll(Sql.cells(row, key)));
    String sql = Sql.select(engine.table(table.name), selected, key, rows.size());
    Map<List<String>, @Nullable Object[]> found = new HashMap<>();
    for (@Nullable Object[] values : query(rows.get(0), sql, cells, types)) {
      found.put(Tuples.of(key, values), values);
    }
    for (Row row : rows) {
      take(row, columns, key.size(), found.get(Tuples.of(row, key)));
    }
  }

  private static void take(
      Row row, List<ColumnShape> columns, int first, @Nullable Object @Nullable [] found) {
    if (found == null) {
      throw Problems.of(row, "the row that was just written is not there: a trigger?", null);
    }
    for (int i = 0; i < columns.size(); i++) {
      row.cells[columns.get(i).index] = found[first + i];
    }
  }

  private List<@Nullable Object[]> query(
      Row row, String sql, List<Cell> cells, List<ValueType> types) throws SQLException {
    try {
      return engine.query(sql, cells, types);
    } catch (ValueException e) {
      throw Problems.of(row, "what the database gave: " + e.getMessage(), e);
    }
  }
}
