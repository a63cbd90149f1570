package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows by their keys, many at once, and makes their records with all that they refer to. A
 * row that several refer to is one record.
 */
final class RowReader {
  /** The most cells of a question; SQLite takes 32,766 (SQLITE_MAX_VARIABLE_NUMBER since 3.32). */
  private static final int CELLS = 900;

  private final SeedEngine engine;
  private final Map<BuilderShape, Map<List<String>, Object>> records = new HashMap<>();
  private final Set<BuilderShape> reading = new HashSet<>();

  RowReader(SeedEngine engine) {
    this.engine = engine;
  }

  /** A row as the database holds it. */
  private record Found(@Nullable Object[] cells, @Nullable Object[] slots) {}

  /**
   * The records of rows.
   *
   * @param keys their primary keys, canonical
   * @return in the order of the keys; null for a row that isn't there
   * @throws SeedException if a record can't be made
   */
  List<@Nullable Object> read(BuilderShape shape, List<Object[]> keys) throws SQLException {
    return read(shape, shape.table.key, keys);
  }

  private List<@Nullable Object> read(BuilderShape shape, int[] columns, List<Object[]> keys)
      throws SQLException {
    Map<List<String>, Object> known = records.computeIfAbsent(shape, any -> new HashMap<>());
    List<Object[]> missing = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Object[] key : keys) {
      List<String> text = text(shape.table, columns, key);
      if (!known.containsKey(text) && seen.add(text)) {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      if (!reading.add(shape) && missing.size() == keys.size() && keys.size() > CELLS * CELLS) {
        throw new SeedException("rows of " + shape.table + " refer to each other without an end");
      }
      fetch(shape, columns, missing, known);
      reading.remove(shape);
    }
    List<@Nullable Object> found = new ArrayList<>(keys.size());
    for (Object[] key : keys) {
      found.add(known.get(text(shape.table, columns, key)));
    }
    return found;
  }

  private static List<String> text(TableShape table, int[] columns, Object[] key) {
    List<String> text = new ArrayList<>(key.length + 1);
    text.add(java.util.Arrays.toString(columns));
    for (int i = 0; i < key.length; i++) {
      text.add(PostgresEncoder.text(table.columns.get(columns[i]).type, key[i]));
    }
    return text;
  }

  private void fetch(
      BuilderShape shape, int[] columns, List<Object[]> keys, Map<List<String>, Object> known)
      throws SQLException {
    int block = Math.max(1, CELLS / columns.length);
    for (int start = 0; start < keys.size(); start += block) {
      List<Object[]> some = keys.subList(start, Math.min(keys.size(), start + block));
      List<Found> rows = rows(shape, columns, some);
      for (RelationShape relation : shape.table.relations) {
        if (relation.slot() >= 0) {
          parents(shape, relation, rows);
        }
      }
      for (JunctionShape junction : shape.table.junctions) {
        links(shape, junction, rows);
      }
      for (Found row : rows) {
        Object[] key = new Object[columns.length];
        for (int i = 0; i < key.length; i++) {
          key[i] = Objects.requireNonNull(row.cells[columns[i]]);
        }
        known.put(text(shape.table, columns, key), made(shape, row));
      }
    }
  }

  private static Object made(BuilderShape shape, Found row) {
    try {
      return shape.record.make(row.slots);
    } catch (RuntimeException e) {
      throw new SeedException(
          "the record of a row of " + shape.table + " can't be made: " + e.getMessage(), e);
    }
  }

  private List<Found> rows(BuilderShape shape, int[] columns, List<Object[]> keys)
      throws SQLException {
    TableShape table = shape.table;
    StringBuilder sql = new StringBuilder();
    List<ValueType> types = new ArrayList<>();
    for (ColumnShape column : table.columns) {
      sql.append(sql.length() == 0 ? "SELECT " : ", ").append(SeedEngine.quoted(column.name));
      types.add(column.type);
    }
    sql.append(" FROM ").append(engine.table(table.name));
    List<String> names = new ArrayList<>();
    for (int column : columns) {
      names.add(table.columns.get(column).name);
    }
    List<Cell> cells = new ArrayList<>();
    where(names, keys.size(), sql);
    for (Object[] key : keys) {
      for (int i = 0; i < key.length; i++) {
        cells.add(new Cell(table.columns.get(columns[i]).type, key[i]));
      }
    }
    List<Found> found = new ArrayList<>();
    for (@Nullable Object[] row : engine.query(sql.toString(), cells, types)) {
      @Nullable Object[] slots = new Object[table.slots];
      for (ColumnShape column : table.columns) {
        if (column.slot >= 0 && column.java != null && row[column.index] != null) {
          Object value = Objects.requireNonNull(row[column.index]);
          slots[column.slot] = column.java.of(column.type, value, table.records);
        }
      }
      found.add(new Found(row, slots));
    }
    return found;
  }

  /** {@code (a = ? AND b = ?) OR (…)}, or {@code a IN (?, …)}. */
  private static void where(List<String> columns, int count, StringBuilder sql) {
    if (columns.size() == 1) {
      sql.append(" WHERE ").append(SeedEngine.quoted(columns.get(0)));
      sql.append(" IN (?").append(", ?".repeat(count - 1)).append(')');
      return;
    }
    StringBuilder one = new StringBuilder();
    for (String column : columns) {
      one.append(one.length() == 0 ? "(" : " AND ");
      one.append(SeedEngine.quoted(column)).append(" = ?");
    }
    one.append(')');
    sql.append(" WHERE ").append(one).append((" OR " + one).repeat(count - 1));
  }

  private void parents(BuilderShape shape, RelationShape relation, List<Found> rows)
      throws SQLException {
    BuilderShape target = shape.target(relation.index());
    int[] columns = new int[relation.columns().length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = target.table.column(relation.targetColumns()[i]);
    }
    List<Object[]> keys = new ArrayList<>();
    List<Found> children = new ArrayList<>();
    for (Found row : rows) {
      Object[] key = new Object[columns.length];
      boolean whole = true;
      for (int i = 0; i < columns.length; i++) {
        Object cell = row.cells[relation.columns()[i]];
        whole &= cell != null;
        key[i] = cell == null ? "" : cell;
      }
      if (whole) {
        keys.add(key);
        children.add(row);
      }
    }
    List<@Nullable Object> found = read(target, columns, keys);
    for (int i = 0; i < children.size(); i++) {
      children.get(i).slots[relation.slot()] = found.get(i);
    }
  }

  private void links(BuilderShape shape, JunctionShape junction, List<Found> rows)
      throws SQLException {
    TableShape table = shape.table;
    BuilderShape target = shape.target(table.relations.size() + junction.index());
    StringBuilder sql = new StringBuilder();
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < table.key.length; i++) {
      select(sql, junction.ownerColumns().get(i));
      types.add(table.columns.get(table.key[i]).type);
    }
    for (int i = 0; i < target.table.key.length; i++) {
      select(sql, junction.targetColumns().get(i));
      types.add(target.table.columns.get(target.table.key[i]).type);
    }
    sql.append(" FROM ").append(engine.table(junction.table()));
    where(junction.ownerColumns(), rows.size(), sql);
    String order = " ORDER BY ";
    for (String column : junction.targetColumns()) {
      sql.append(order).append(SeedEngine.quoted(column));
      order = ", ";
    }
    List<Cell> cells = new ArrayList<>();
    Map<List<String>, List<Object[]>> linked = new HashMap<>();
    for (Found row : rows) {
      Object[] key = key(table, row);
      linked.put(text(table, table.key, key), new ArrayList<>());
      for (int i = 0; i < key.length; i++) {
        cells.add(new Cell(types.get(i), key[i]));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    for (@Nullable Object[] link : engine.query(sql.toString(), cells, types)) {
      Object[] whole = new Object[link.length];
      for (int i = 0; i < link.length; i++) {
        whole[i] = Objects.requireNonNull(link[i]);
      }
      Object[] owner = java.util.Arrays.copyOf(whole, table.key.length);
      Objects.requireNonNull(linked.get(text(table, table.key, owner)))
          .add(java.util.Arrays.copyOfRange(whole, table.key.length, whole.length));
    }
    for (Found row : rows) {
      List<Object[]> keys =
          Objects.requireNonNull(linked.get(text(table, table.key, key(table, row))));
      row.slots[junction.slot()] = collection(target, junction, keys);
    }
  }

  private static void select(StringBuilder sql, String column) {
    sql.append(sql.length() == 0 ? "SELECT " : ", ").append(SeedEngine.quoted(column));
  }

  private static Object[] key(TableShape table, Found row) {
    Object[] key = new Object[table.key.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = Objects.requireNonNull(row.cells[table.key[i]]);
    }
    return key;
  }

  private Object collection(BuilderShape target, JunctionShape junction, List<Object[]> keys)
      throws SQLException {
    List<@Nullable Object> elements = new ArrayList<>();
    if (junction.byRecord()) {
      elements.addAll(read(target, keys));
    } else {
      ColumnShape key = target.table.columns.get(target.table.key[0]);
      for (Object[] each : keys) {
        elements.add(
            key.java == null ? each[0] : key.java.of(key.type, each[0], target.table.records));
      }
    }
    return junction.set()
        ? Collections.unmodifiableSet(new LinkedHashSet<>(elements))
        : Collections.unmodifiableList(elements);
  }
}
