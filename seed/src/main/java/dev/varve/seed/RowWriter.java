package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

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
    Set<TableName> seen = new java.util.HashSet<>();
    for (Row row : pending) {
      if (seen.add(row.shape.name)) {
        List<Row> ready = new ArrayList<>();
        boolean all = true;
        for (Row other : pending) {
          if (other.shape.name.equals(row.shape.name)) {
            boolean isReady = blocking(other, pending) == null;
            all &= isReady;
            if (isReady) {
              ready.add(other);
            }
          }
        }
        if (all) {
          return ready;
        }
        best = best.isEmpty() ? ready : best;
      }
    }
    return best;
  }

  /** A foreign key that would fail now, or null. */
  private @org.jspecify.annotations.Nullable RelationShape blocking(Row row, List<Row> pending) {
    for (RelationShape relation : row.shape.relations) {
      Row parent = row.parents[relation.index()];
      boolean waits = parent != null && !parent.exists && parent != row && !relation.deferrable();
      if (waits && !written.contains(parent) && !isPostponed(row, relation)) {
        return relation;
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
      RelationShape relation = blocking(row, pending);
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
    String sql = Sql.insert(engine.table(rows.get(0).shape.name), columns);
    try (PreparedStatement statement = engine.connection.prepareStatement(sql)) {
      for (Row row : rows) {
        bind(statement, row, columns);
        if (rows.size() > 1) {
          statement.addBatch();
        }
      }
      if (rows.size() > 1) {
        statement.executeBatch();
      } else {
        statement.executeUpdate();
      }
    } catch (SQLException e) {
      throw refused(rows, e);
    }
  }

  private void bind(PreparedStatement statement, Row row, List<ColumnShape> columns)
      throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      ColumnShape column = columns.get(i);
      Object value = isNullNow(row, column.index) ? null : row.value(column.index);
      engine.bind(statement, i + 1, column.type, value);
    }
  }

  private static SeedException refused(List<Row> rows, SQLException e) {
    int place = 0;
    if (e instanceof BatchUpdateException batch) {
      int[] counts = batch.getUpdateCounts();
      while (place < counts.length && counts[place] != Statement.EXECUTE_FAILED) {
        place++;
      }
    }
    return refused(rows.get(Math.min(place, rows.size() - 1)), e);
  }

  /** What the database said of a row, and what the row held. */
  static SeedException refused(Row row, SQLException e) {
    SQLException cause = e.getNextException() == null ? e : e.getNextException();
    StringBuilder text = new StringBuilder("the database refused the row: ");
    text.append(cause.getMessage()).append("\n  the row:");
    for (ColumnShape column : row.shape.columns) {
      Object value = row.value(column.index);
      if (value != Row.LEFT) {
        text.append(' ').append(column.name).append(" = ").append(Problems.shown(value));
        text.append(',');
      }
    }
    text.setLength(text.length() - 1);
    return Problems.of(row, text.toString(), e);
  }

  private void update(Postponed one) throws SQLException {
    Row row = one.row();
    List<ColumnShape> columns = List.of(row.shape.columns.get(nullableColumn(row, one.relation())));
    String sql = Sql.update(engine.table(row.shape.name), columns, Sql.key(row.shape));
    try (PreparedStatement statement = engine.connection.prepareStatement(sql)) {
      int parameter = 1;
      for (ColumnShape column : columns) {
        engine.bind(statement, parameter++, column.type, row.value(column.index));
      }
      for (int key : row.shape.key) {
        engine.bind(statement, parameter++, row.shape.columns.get(key).type, row.value(key));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw refused(row, e);
    }
  }
}
