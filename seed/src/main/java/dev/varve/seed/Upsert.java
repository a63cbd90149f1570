package dev.varve.seed;

import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call that inserts complete records, or updates the rows with their keys. */
final class Upsert {
  private final SeedEngine engine;

  Upsert(SeedEngine engine) {
    this.engine = engine;
  }

  /**
   * A record and what it is of.
   *
   * @param row a row of the record's entity, of which nothing is set
   * @param record the record
   */
  record Of(RowSeed row, Object record) {}

  /** Inserts or updates; gives the records as the database holds them, in the same order. */
  List<Object> upsert(List<Of> all) throws SQLException {
    List<Object> records = new ArrayList<>(all.size());
    for (Of one : all) {
      records.add(upsert(one.row(), one.record()));
    }
    return List.copyOf(records);
  }

  private Object upsert(RowSeed seed, Object record) throws SQLException {
    engine.lock(seed.shape);
    Row row = Row.first(seed);
    Object[] slots = seed.toValues(record);
    new Existing(engine).fill(row, slots);
    for (ColumnShape column : seed.shape.columns) {
      if (column.computed) {
        row.cells[column.index] = Row.LEFT;
      }
    }
    Junctions junctions = new Junctions(engine, null);
    junctions.collect(row, slots);
    write(row);
    junctions.clear();
    junctions.insert();
    new ReadBack(engine).read(List.of(row));
    return new Records(engine, junctions).of(row);
  }

  private void write(Row row) throws SQLException {
    int identity = Filler.identity(row.shape);
    if (identity < 0 || hasKey(row, identity)) {
      if (identity >= 0 && row.value(identity) instanceof Number id) {
        engine.advance(row.shape, identity, id.longValue());
      }
      write(row, Sql.key(row.shape));
      return;
    }
    List<ColumnShape> natural = naturalKey(row);
    Long known = natural.isEmpty() ? null : find(row, natural, identity);
    long id = known != null ? known : engine.reserve(row.shape, identity, 1).at(0);
    row.cells[identity] = id;
    write(row, Sql.key(row.shape));
  }

  private static boolean hasKey(Row row, int identity) {
    Object value = row.value(identity);
    return value != null && !Existing.isZero(value);
  }

  /** The columns of the only unique constraint beside the key, if the record has a value for it. */
  private static List<ColumnShape> naturalKey(Row row) {
    if (row.shape.uniques.size() != 2) {
      return List.of();
    }
    List<ColumnShape> columns = new ArrayList<>();
    UniqueShape first = row.shape.uniques.get(0);
    UniqueShape unique = first.columns() == row.shape.key ? row.shape.uniques.get(1) : first;
    for (int column : unique.columns()) {
      if (row.value(column) == null || row.value(column) == Row.LEFT) {
        return List.of();
      }
      columns.add(row.shape.columns.get(column));
    }
    return columns;
  }

  private @Nullable Long find(Row row, List<ColumnShape> columns, int identity)
      throws SQLException {
    String sql =
        "SELECT "
            + SeedEngine.quoted(row.shape.columns.get(identity).name)
            + " FROM "
            + engine.table(row.shape.name)
            + Sql.where(columns);
    List<ValueType> types = List.of(row.shape.columns.get(identity).type);
    List<@Nullable Object[]> found = engine.query(sql, Sql.cells(row, columns), types);
    return found.isEmpty() ? null : (Long) found.get(0)[0];
  }

  private void write(Row row, List<ColumnShape> key) throws SQLException {
    List<ColumnShape> columns = new ArrayList<>();
    for (ColumnShape column : row.shape.columns) {
      if (row.value(column.index) != Row.LEFT) {
        columns.add(column);
      }
    }
    String sql = Sql.insert(engine.table(row.shape.name), columns) + Sql.orUpdate(columns, key);
    try {
      engine.loader.run(sql, Sql.cells(row, columns));
    } catch (SQLException e) {
      throw RowWriter.refused(row, e);
    }
  }
}
