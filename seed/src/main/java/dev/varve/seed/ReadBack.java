package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.value.ValueException;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the database gave itself: defaults and computed columns. */
final class ReadBack {
  private final SeedEngine engine;

  ReadBack(SeedEngine engine) {
    this.engine = engine;
  }

  void read(List<Row> rows) throws SQLException {
    for (Row row : rows) {
      List<ColumnShape> columns = new ArrayList<>();
      for (ColumnShape column : row.shape.columns) {
        if (row.cells[column.index] == Row.LEFT) {
          columns.add(column);
        }
      }
      if (!engine.isReadable()) {
        columns.forEach(column -> row.cells[column.index] = null);
      } else if (!columns.isEmpty()) {
        read(row, columns);
      }
    }
  }

  private void read(Row row, List<ColumnShape> columns) throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (ColumnShape column : columns) {
      sql.append(sql.length() == 0 ? "SELECT " : ", ").append(SeedEngine.quoted(column.name));
    }
    List<ColumnShape> key = Sql.key(row.shape);
    sql.append(" FROM ").append(engine.table(row.shape.name)).append(Sql.where(key));
    List<ValueType> types = new ArrayList<>();
    columns.forEach(column -> types.add(column.type));
    List<@Nullable Object[]> found = query(row, sql.toString(), Sql.cells(row, key), types);
    for (int i = 0; i < columns.size(); i++) {
      row.cells[columns.get(i).index] = found.get(0)[i];
    }
  }

  private List<@Nullable Object[]> query(Row row, String sql, List<Cell> key, List<ValueType> types)
      throws SQLException {
    List<@Nullable Object[]> found;
    try {
      found = engine.query(sql, key, types);
    } catch (ValueException e) {
      throw Problems.of(row, "what the database gave: " + e.getMessage(), e);
    }
    if (found.isEmpty()) {
      throw Problems.of(row, "the row that was just written is not there: a trigger?", null);
    }
    return found;
  }
}
