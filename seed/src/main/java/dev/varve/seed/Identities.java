package dev.varve.seed;

import dev.varve.seed.load.IdRequest;
import dev.varve.seed.load.Ids;
import dev.varve.seed.load.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives rows the keys that their tables count: all counters are asked at once. */
final class Identities {
  private final SeedEngine engine;
  private final Map<TableName, Open> tables = new LinkedHashMap<>();

  Identities(SeedEngine engine) {
    this.engine = engine;
  }

  /** The rows of a table that have no key yet, and the greatest key that somebody has named. */
  private static final class Open {
    final TableShape table;
    final int column;
    final List<Row> rows = new ArrayList<>();
    long used;

    Open(TableShape table, int column) {
      this.table = table;
      this.column = column;
    }
  }

  void give(List<Row> rows) throws SQLException {
    for (Row row : rows) {
      int column = Filler.identity(row.shape);
      if (column >= 0) {
        note(row, column);
      }
    }
    List<Open> wanting = new ArrayList<>();
    List<IdRequest> requests = new ArrayList<>();
    for (Open open : tables.values()) {
      if (open.used > 0) {
        engine.advance(open.table, open.column, open.used);
      }
      if (!open.rows.isEmpty()) {
        wanting.add(open);
        ColumnShape column = open.table.columns.get(open.column);
        requests.add(new IdRequest(open.table.name, column.name, column.type, open.rows.size()));
      }
    }
    List<Ids> ids = requests.isEmpty() ? List.of() : engine.loader.reserve(requests);
    for (int i = 0; i < wanting.size(); i++) {
      give(wanting.get(i), ids.get(i));
    }
  }

  private void note(Row row, int column) {
    Open open = tables.computeIfAbsent(row.shape.name, table -> new Open(row.shape, column));
    Object value = row.value(column);
    if (value == RowSeed.UNSET || value == null) {
      open.rows.add(row);
    } else if (value instanceof Number number) {
      open.used = Math.max(open.used, number.longValue());
    }
  }

  private void give(Open open, Ids ids) {
    boolean taken = engine.isSqlite() && open.used >= ids.at(0);
    long offset = taken ? open.used + 1 - ids.at(0) : 0;
    for (int i = 0; i < open.rows.size(); i++) {
      open.rows.get(i).cells[open.column] = ids.at(i) + offset;
    }
  }
}
