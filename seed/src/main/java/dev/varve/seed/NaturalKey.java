package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The only unique constraint of a table beside its key: what its rows are known by to people. */
final class NaturalKey {
  /** SQLite takes 500 SELECTs in a union. */
  private static final int MOST = 200;

  private static final ValueType NUMBER = ValueType.parse("int64");

  private final SeedEngine engine;
  private final TableShape table;
  private final List<ColumnShape> columns = new ArrayList<>();

  NaturalKey(SeedEngine engine, TableShape table) {
    this.engine = engine;
    this.table = table;
    List<UniqueShape> keys = new ArrayList<>();
    for (UniqueShape unique : table.uniques) {
      // What is unique among some rows only says nothing of the others.
      if (unique.columns() != table.key && unique.where().isEmpty()) {
        keys.add(unique);
      }
    }
    if (keys.size() == 1) {
      for (int column : keys.get(0).columns()) {
        columns.add(table.columns.get(column));
      }
    }
  }

  /** Whether there is exactly one. */
  boolean exists() {
    return !columns.isEmpty();
  }

  List<ColumnShape> columns() {
    return columns;
  }

  /** What the row is known by; null if it has no value for it. */
  @Nullable List<String> of(Row row) {
    for (ColumnShape column : columns) {
      if (!row.isKnown(column.index)) {
        return null;
      }
    }
    return columns.isEmpty() ? null : Tuples.of(row, columns);
  }

  /** Gives rows the keys of those in the database that are known by the same. */
  void find(List<Row> rows, int identity) throws SQLException {
    List<Row> known = new ArrayList<>();
    for (Row row : rows) {
      if (of(row) != null) {
        known.add(row);
      }
    }
    for (int from = 0; from < known.size(); from += MOST) {
      some(known.subList(from, Math.min(from + MOST, known.size())), identity);
    }
  }

  private void some(List<Row> rows, int identity) throws SQLException {
    StringBuilder sql = new StringBuilder();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      sql.append(i == 0 ? "SELECT " : " UNION ALL SELECT ").append(i).append(", ");
      sql.append(SeedEngine.quoted(table.columns.get(identity).name)).append(" FROM ");
      sql.append(engine.table(table.name)).append(Sql.where(columns));
      cells.addAll(Sql.cells(rows.get(i), columns));
    }
    for (@Nullable Object[] found : engine.query(sql.toString(), cells, List.of(NUMBER, NUMBER))) {
      int place = ((Long) Objects.requireNonNull(found[0])).intValue();
      rows.get(place).cells[identity] = found[1];
    }
  }
}
