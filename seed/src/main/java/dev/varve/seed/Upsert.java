package dev.varve.seed;

import dev.varve.seed.load.Conflict;
import dev.varve.seed.load.Ids;
import dev.varve.seed.load.LoadColumn;
import dev.varve.seed.load.LoadException;
import dev.varve.seed.load.LoadTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call that inserts complete records, or updates the rows with their keys. Records of one
 * entity that follow each other go in one statement, in their order, so that later ones may refer
 * to earlier ones.
 */
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
    for (int from = 0; from < all.size(); ) {
      int to = from + 1;
      while (to < all.size() && all.get(to).row().shape == all.get(from).row().shape) {
        to++;
      }
      records.addAll(alike(all.subList(from, to)));
      from = to;
    }
    return List.copyOf(records);
  }

  private List<Object> alike(List<Of> all) throws SQLException {
    TableShape table = all.get(0).row().shape;
    engine.lock(table);
    Junctions junctions = new Junctions(engine, null);
    List<Row> rows = new ArrayList<>(all.size());
    for (Of one : all) {
      rows.add(row(one));
    }
    NaturalKey natural = new NaturalKey(engine, table);
    boolean byNatural = identify(table, rows, natural);
    Map<List<String>, Row> distinct = distinct(rows, all, junctions);
    write(
        List.copyOf(distinct.values()),
        byNatural && !engine.isReadable() ? natural.columns() : Sql.key(table));
    junctions.replace();
    new ReadBack(engine).read(List.copyOf(distinct.values()));
    Records made = new Records(engine, junctions);
    List<Object> records = new ArrayList<>(rows.size());
    for (Row row : rows) {
      records.add(made.of(Objects.requireNonNull(distinct.get(Tuples.of(row, Sql.key(table))))));
    }
    return records;
  }

  private Row row(Of one) {
    Row row = Row.first(one.row());
    new Existing(engine).fill(row, one.row().toValues(one.record()));
    for (ColumnShape column : row.shape.columns) {
      if (column.computed) {
        row.cells[column.index] = Row.LEFT;
      }
    }
    return row;
  }

  /**
   * Gives keys to rows that have none: that of the row that agrees in the only unique constraint,
   * or a new one.
   *
   * @return whether all rows are known by that constraint
   */
  private boolean identify(TableShape table, List<Row> rows, NaturalKey natural)
      throws SQLException {
    int identity = Filler.identity(table);
    if (identity < 0) {
      return false;
    }
    long greatest = 0;
    List<Row> without = new ArrayList<>();
    for (Row row : rows) {
      if (row.value(identity) instanceof Number id && id.longValue() != 0) {
        greatest = Math.max(greatest, id.longValue());
      } else {
        without.add(row);
      }
    }
    if (greatest > 0) {
      engine.advance(table, identity, greatest);
    }
    boolean all = natural.exists() && without.size() == rows.size();
    natural.find(without, identity);
    number(table, identity, without, natural);
    return all;
  }

  private void number(TableShape table, int identity, List<Row> rows, NaturalKey natural)
      throws SQLException {
    Map<Object, List<Row>> unknown = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.value(identity) == null || Existing.isZero(row.value(identity))) {
        Object key = natural.of(row);
        unknown.computeIfAbsent(key == null ? row : key, any -> new ArrayList<>()).add(row);
      }
    }
    if (unknown.isEmpty()) {
      return;
    }
    Ids ids = engine.reserve(table, identity, unknown.size());
    int next = 0;
    for (List<Row> same : unknown.values()) {
      long id = ids.at(next++);
      same.forEach(row -> row.cells[identity] = id);
    }
  }

  /**
   * The rows by their keys, each once, since a statement can't change a row twice: of several with
   * one key the last counts, as if they were added one after the other.
   */
  private static Map<List<String>, Row> distinct(
      List<Row> rows, List<Of> all, Junctions junctions) {
    List<ColumnShape> key = Sql.key(rows.get(0).shape);
    Map<List<String>, Row> last = new LinkedHashMap<>();
    for (Row row : rows) {
      last.put(Tuples.of(row, key), row);
    }
    for (int i = 0; i < rows.size(); i++) {
      if (last.get(Tuples.of(rows.get(i), key)) == rows.get(i)) {
        junctions.collect(rows.get(i), all.get(i).row().toValues(all.get(i).record()));
      }
    }
    return last;
  }

  private void write(List<Row> rows, List<ColumnShape> key) throws SQLException {
    List<ColumnShape> columns = new ArrayList<>();
    List<LoadColumn> sent = new ArrayList<>();
    for (ColumnShape column : rows.get(0).shape.columns) {
      if (rows.get(0).value(column.index) != Row.LEFT) {
        columns.add(column);
        sent.add(new LoadColumn(column.name, column.type));
      }
    }
    TableShape table = rows.get(0).shape;
    Iterator<Row> each = rows.iterator();
    try {
      engine.loader.upsert(
          new Conflict(
              new LoadTable(table.name, sent, RowWriter.refersToItself(table)),
              names(key),
              names(Sql.key(table))),
          cells -> each.hasNext() && set(each.next(), columns, cells));
    } catch (LoadException e) {
      throw Refused.of(engine, rows, e);
    }
  }

  private static boolean set(Row row, List<ColumnShape> columns, @Nullable Object[] cells) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.value(columns.get(i).index);
    }
    return true;
  }

  private static List<String> names(List<ColumnShape> columns) {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(column.name));
    return names;
  }
}
