package dev.varve.seed;

import dev.varve.seed.value.Decoder;
import dev.varve.seed.value.ValueException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
      if (!columns.isEmpty()) {
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
    try (PreparedStatement statement = engine.connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < key.size(); i++) {
        engine.bind(statement, i + 1, key.get(i).type, row.value(key.get(i).index));
      }
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          throw Problems.of(row, "the row that was just written is not there: a trigger?", null);
        }
        for (int i = 0; i < columns.size(); i++) {
          row.cells[columns.get(i).index] = value(row, columns.get(i), result, i + 1);
        }
      }
    }
  }

  private @Nullable Object value(Row row, ColumnShape column, ResultSet result, int place)
      throws SQLException {
    try {
      return Decoder.canonical(result, place, column.type);
    } catch (ValueException e) {
      throw Problems.of(row, column, "what the database gave: " + e.getMessage(), e);
    }
  }
}
