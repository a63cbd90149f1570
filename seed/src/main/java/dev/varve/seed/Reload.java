package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.TableName;
import dev.varve.seed.value.ValueException;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads rows that are in the database, with all that their records hold. */
final class Reload {
  private final SeedEngine engine;
  private final Junctions junctions;
  private final Map<List<Object>, Row> known = new HashMap<>();
  private final Deque<Row> queue = new ArrayDeque<>();

  /**
   * A reader for one call.
   *
   * @param junctions is told what the rows are linked to
   */
  Reload(SeedEngine engine, Junctions junctions) {
    this.engine = engine;
    this.junctions = junctions;
  }

  /**
   * Reads a row anew.
   *
   * @param seed a row of the record's entity, of which nothing is set
   * @param record a record with its key
   * @return the row's record
   * @throws SeedException if there is no such row
   */
  static Object of(SeedEngine engine, RowSeed seed, Object record) throws SQLException {
    if (!engine.isReadable()) {
      throw new SeedException("a script can't be read: reload needs a database" + Problems.at());
    }
    Row named = new Existing(engine).row(Row.there(seed), record);
    Row row = Row.there(seed);
    for (int column : row.shape.key) {
      row.cells[column] = named.value(column);
    }
    Junctions junctions = new Junctions(engine, null);
    new Reload(engine, junctions).read(row);
    return new Records(engine, junctions).of(row);
  }

  /** Reads {@code row}, of which only columns that a key refers to are known, and what it holds. */
  void read(Row row) throws SQLException {
    toRead(row);
    while (!queue.isEmpty()) {
      Row next = queue.remove();
      columns(next);
      for (RelationShape relation : next.shape.relations) {
        if (relation.slot() >= 0) {
          next.parents[relation.index()] = parent(next, relation);
        }
      }
      for (JunctionShape junction : next.shape.junctions) {
        links(next, junction);
      }
    }
  }

  private void columns(Row row) throws SQLException {
    List<ColumnShape> key = new ArrayList<>();
    for (ColumnShape column : row.shape.columns) {
      if (!row.isUnset(column.index)) {
        key.add(column);
      }
    }
    List<@Nullable Object[]> found =
        query(row, Sql.select(engine.table(row.shape.name), row.shape.columns, key), key);
    if (found.isEmpty()) {
      throw Problems.of(row, "there is no row with " + shown(row, key) + " any more", null);
    }
    for (ColumnShape column : row.shape.columns) {
      row.cells[column.index] = found.get(0)[column.index];
    }
  }

  private List<@Nullable Object[]> query(Row row, String sql, List<ColumnShape> key)
      throws SQLException {
    try {
      return engine.query(sql, Sql.cells(row, key), types(row.shape.columns));
    } catch (ValueException e) {
      throw Problems.of(row, "what the database holds: " + e.getMessage(), e);
    }
  }

  private static List<ValueType> types(List<ColumnShape> columns) {
    List<ValueType> types = new ArrayList<>();
    columns.forEach(column -> types.add(column.type));
    return types;
  }

  private static String shown(Row row, List<ColumnShape> key) {
    List<String> parts = new ArrayList<>();
    for (ColumnShape column : key) {
      parts.add(column.name + " = " + Problems.shown(row.value(column.index)));
    }
    return String.join(", ", parts);
  }

  private @Nullable Row parent(Row row, RelationShape relation) {
    Row parent = row.parent(row.seed.targetSeed(relation.index()), relation, true);
    for (int i = 0; i < relation.columns().length; i++) {
      Object value = row.value(relation.columns()[i]);
      if (value == null) {
        return null;
      }
      parent.cells[parent.shape.column(relation.targetColumns()[i])] = value;
    }
    return toRead(parent);
  }

  /** The row that stands for {@code row}, which is read once however many lead to it. */
  private Row toRead(Row row) {
    List<Object> key = new ArrayList<>();
    TableName table = row.shape.name;
    key.add(table);
    for (ColumnShape column : row.shape.columns) {
      if (!row.isUnset(column.index)) {
        key.add(column.name);
        key.add(Objects.requireNonNull(row.value(column.index)));
      }
    }
    Row before = known.putIfAbsent(key, row);
    if (before == null) {
      queue.add(row);
    }
    return before == null ? row : before;
  }

  private void links(Row row, JunctionShape junction) throws SQLException {
    int place = row.shape.relations.size() + junction.index();
    TableShape target = row.seed.builder.target(place).table;
    List<ColumnShape> key = Sql.key(target);
    List<Cell> owner = Sql.cells(row, Sql.key(row.shape));
    List<Row> linked = new ArrayList<>();
    for (@Nullable Object[] found : engine.query(Sql.links(engine, junction), owner, types(key))) {
      Row other = row.element(row.seed.targetSeed(place), junction);
      for (int i = 0; i < found.length; i++) {
        other.cells[key.get(i).index] = found[i];
      }
      linked.add(junction.byRecord() ? toRead(other) : other);
    }
    junctions.linked(row, junction, linked);
  }
}
