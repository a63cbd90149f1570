package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.LoadColumn;
import dev.varve.seed.load.LoadException;
import dev.varve.seed.load.LoadTable;
import dev.varve.seed.load.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows in an order that foreign keys allow, a batch for each table as far as that goes.
 * Where rows refer to each other, a column that may be null is left so at first and filled at the
 * end.
 */
final class RowWriter {
  private final SeedEngine engine;
  private final Set<Row> written = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Postponed> postponed = new ArrayList<>();

  RowWriter(SeedEngine engine) {
    this.engine = engine;
  }

  /** A foreign key whose target wasn't there yet. */
  private record Postponed(Row row, RelationShape relation) {}

  void write(List<Row> rows) throws SQLException {
    List<Row> pending = new ArrayList<>(rows);
    while (!pending.isEmpty()) {
      List<Row> batch = next(pending);
      if (batch.isEmpty()) {
        postpone(pending);
      } else {
        insert(batch);
        written.addAll(batch);
        pending.removeAll(batch);
      }
    }
    for (Postponed one : postponed) {
      update(one);
    }
  }

  /** The rows of one table that can be written now: of one that has then no more, if there is. */
  private List<Row> next(List<Row> pending) {
    List<Row> best = List.of();
    Map<TableName, List<Row>> tables = new LinkedHashMap<>();
    for (Row row : pending) {
      tables.computeIfAbsent(row.shape.name, table -> new ArrayList<>()).add(row);
    }
    for (List<Row> rows : tables.values()) {
      List<Row> ready = ready(rows);
      if (ready.size() == rows.size()) {
        return ready;
      }
      best = best.isEmpty() ? ready : best;
    }
    return best;
  }

  /**
   * Those of a table's rows that refer to none but written rows and each other: foreign keys are
   * checked at the end of the statement.
   */
  private List<Row> ready(List<Row> rows) {
    Set<Row> together = Collections.newSetFromMap(new IdentityHashMap<>());
    together.addAll(rows);
    boolean stable = false;
    while (!stable) {
      stable = !together.removeIf(row -> blocking(row, together) != null);
    }
    List<Row> ready = new ArrayList<>();
    for (Row row : rows) {
      if (together.contains(row)) {
        ready.add(row);
      }
    }
    return ready;
  }

  /** A foreign key that would fail if {@code row} was written with {@code together}, or null. */
  private @Nullable RelationShape blocking(Row row, Set<Row> together) {
    for (RelationShape relation : row.shape.relations) {
      Row parent = row.parents[relation.index()];
      boolean waits = parent != null && !parent.exists && parent != row && !relation.deferrable();
      if (waits && !written.contains(parent) && !isPostponed(row, relation)) {
        if (!together.contains(parent) || !columns(row).equals(columns(parent))) {
          return relation;
        }
      }
    }
    return null;
  }

  private boolean isPostponed(Row row, RelationShape relation) {
    for (Postponed one : postponed) {
      if (one.row() == row && one.relation() == relation) {
        return true;
      }
    }
    return false;
  }

  private void postpone(List<Row> pending) {
    for (Row row : pending) {
      RelationShape relation = blocking(row, Set.of());
      if (relation != null && !relation.required() && nullableColumn(row, relation) >= 0) {
        postponed.add(new Postponed(row, relation));
        return;
      }
    }
    Row row = pending.get(0);
    throw Problems.of(
        row,
        "refers to rows that refer to it, and no column of the cycle may be null: declare one of"
            + " its relations deferrable = true",
        null);
  }

  /** A column that can be null for a while, and belongs to no other key. */
  private static int nullableColumn(Row row, RelationShape relation) {
    for (int column : relation.columns()) {
      if (row.shape.columns.get(column).nullable) {
        return column;
      }
    }
    return -1;
  }

  private boolean isNullNow(Row row, int column) {
    for (Postponed one : postponed) {
      if (one.row() == row && nullableColumn(row, one.relation()) == column) {
        return true;
      }
    }
    return false;
  }

  private void insert(List<Row> batch) throws SQLException {
    List<Row> rest = new ArrayList<>(batch);
    while (!rest.isEmpty()) {
      List<ColumnShape> columns = columns(rest.get(0));
      List<Row> alike = new ArrayList<>();
      for (Row row : rest) {
        if (columns(row).equals(columns)) {
          alike.add(row);
        }
      }
      insert(alike, columns);
      rest.removeAll(alike);
    }
  }

  /** The columns that an INSERT names. */
  private static List<ColumnShape> columns(Row row) {
    List<ColumnShape> columns = new ArrayList<>();
    for (ColumnShape column : row.shape.columns) {
      if (row.value(column.index) != Row.LEFT) {
        columns.add(column);
      }
    }
    return columns;
  }

  private void insert(List<Row> rows, List<ColumnShape> columns) throws SQLException {
    TableName name = rows.get(0).shape.name;
    if (columns.isEmpty()) {
      for (int i = 0; i < rows.size(); i++) {
        engine.loader.run(Sql.insert(engine.table(name), columns), List.of());
      }
      return;
    }
    List<LoadColumn> sent = new ArrayList<>();
    columns.forEach(column -> sent.add(new LoadColumn(column.name, column.type)));
    Iterator<Row> each = rows.iterator();
    try {
      engine.loader.load(
          new LoadTable(name, sent, rows.size() > 1 && refersToItself(rows.get(0).shape)),
          cells -> each.hasNext() && set(each.next(), columns, cells));
    } catch (LoadException e) {
      throw Refused.of(engine, rows, e);
    }
  }

  static boolean refersToItself(TableShape table) {
    return table.relations.stream().anyMatch(relation -> relation.target().equals(table.name));
  }

  private boolean set(Row row, List<ColumnShape> columns, @Nullable Object[] cells) {
    for (int i = 0; i < cells.length; i++) {
      int column = columns.get(i).index;
      cells[i] = isNullNow(row, column) ? null : row.value(column);
    }
    return true;
  }

  private void update(Postponed one) throws SQLException {
    Row row = one.row();
    List<ColumnShape> columns = List.of(row.shape.columns.get(nullableColumn(row, one.relation())));
    String sql = Sql.update(engine.table(row.shape.name), columns, Sql.key(row.shape));
    List<Cell> cells = new ArrayList<>(Sql.cells(row, columns));
    cells.addAll(Sql.cells(row, Sql.key(row.shape)));
    try {
      engine.loader.run(sql, cells);
    } catch (SQLException e) {
      throw Refused.of(engine, row, e);
    }
  }
}
