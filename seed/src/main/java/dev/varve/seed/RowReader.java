package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private final Map<BuilderShape, Map<List<String>, ReadRow>> known = new HashMap<>();
  private final Map<BuilderShape, Map<List<Integer>, List<Object[]>>> wanted =
      new LinkedHashMap<>();

  RowReader(SeedEngine engine) {
    this.engine = engine;
  }

  /**
   * The records of rows.
   *
   * @param keys their primary keys, canonical
   * @return in the order of the keys; null for a row that isn't there
   * @throws SeedException if a record can't be made
   */
  List<@Nullable Object> read(BuilderShape shape, List<Object[]> keys) throws SQLException {
    keys.forEach(key -> want(shape, shape.table.key, key));
    while (!wanted.isEmpty()) {
      BuilderShape next = wanted.keySet().iterator().next();
      for (Map.Entry<List<Integer>, List<Object[]>> some :
          Objects.requireNonNull(wanted.remove(next)).entrySet()) {
        fetch(next, some.getKey().stream().mapToInt(column -> column).toArray(), some.getValue());
      }
    }
    ReadRecords records = new ReadRecords(this);
    List<@Nullable Object> found = new ArrayList<>(keys.size());
    for (Object[] key : keys) {
      ReadRow row = row(shape, shape.table.key, key);
      found.add(row == null ? null : records.of(row));
    }
    return found;
  }

  /** Notes a row that is to be read; all notes about a table become few questions. */
  private void want(BuilderShape shape, int[] columns, Object[] key) {
    if (row(shape, columns, key) == null) {
      List<Integer> places = new ArrayList<>();
      for (int column : columns) {
        places.add(column);
      }
      wanted
          .computeIfAbsent(shape, any -> new LinkedHashMap<>())
          .computeIfAbsent(places, any -> new ArrayList<>())
          .add(key);
    }
  }

  /** A row that was read; null if there is none with this key. */
  @Nullable ReadRow row(BuilderShape shape, int[] columns, Object[] key) {
    Map<List<String>, ReadRow> rows = known.get(shape);
    return rows == null ? null : rows.get(text(shape.table, columns, key));
  }

  private static List<String> text(TableShape table, int[] columns, Object[] key) {
    List<String> text = new ArrayList<>(key.length + 1);
    text.add(java.util.Arrays.toString(columns));
    for (int i = 0; i < key.length; i++) {
      text.add(PostgresEncoder.text(table.columns.get(columns[i]).type, key[i]));
    }
    return text;
  }

  private void fetch(BuilderShape shape, int[] columns, List<Object[]> keys) throws SQLException {
    List<Object[]> missing = missing(shape, columns, keys);
    int block = Math.max(1, CELLS / columns.length);
    for (int start = 0; start < missing.size(); start += block) {
      List<Object[]> some = missing.subList(start, Math.min(missing.size(), start + block));
      List<ReadRow> rows = noted(shape, columns, rows(shape, columns, some));
      for (JunctionShape junction : shape.table.junctions) {
        links(shape, junction, rows);
      }
      for (ReadRow row : rows) {
        for (RelationShape relation : shape.table.relations) {
          Object[] key = relation.slot() < 0 ? null : row.parentKey(relation);
          if (key != null) {
            want(shape.target(relation.index()), row.parentColumns(relation), key);
          }
        }
      }
    }
  }

  /** Each key once, and none that has been read since it was noted. */
  private List<Object[]> missing(BuilderShape shape, int[] columns, List<Object[]> keys) {
    List<Object[]> missing = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Object[] key : keys) {
      if (row(shape, columns, key) == null && seen.add(text(shape.table, columns, key))) {
        missing.add(key);
      }
    }
    return missing;
  }

  /** The rows that nobody has read before, by another key; these are to be found by this too. */
  private List<ReadRow> noted(BuilderShape shape, int[] columns, List<ReadRow> rows) {
    Map<List<String>, ReadRow> all = known.computeIfAbsent(shape, any -> new HashMap<>());
    List<ReadRow> fresh = new ArrayList<>();
    for (ReadRow row : rows) {
      int[] primary = shape.table.key;
      ReadRow before = all.putIfAbsent(text(shape.table, primary, row.key(primary)), row);
      if (before == null) {
        fresh.add(row);
      }
      all.put(text(shape.table, columns, row.key(columns)), before == null ? row : before);
    }
    return fresh;
  }

  private List<ReadRow> rows(BuilderShape shape, int[] columns, List<Object[]> keys)
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
    List<ReadRow> found = new ArrayList<>();
    for (@Nullable Object[] row : engine.query(sql.toString(), cells, types)) {
      found.add(new ReadRow(shape, row));
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

  private void links(BuilderShape shape, JunctionShape junction, List<ReadRow> rows)
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
    for (ReadRow row : rows) {
      Object[] key = row.key(table.key);
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
    for (ReadRow row : rows) {
      List<Object[]> keys =
          Objects.requireNonNull(linked.get(text(table, table.key, row.key(table.key))));
      row.links.put(junction, keys);
      if (junction.byRecord()) {
        keys.forEach(key -> want(target, target.table.key, key));
      }
    }
  }

  private static void select(StringBuilder sql, String column) {
    sql.append(sql.length() == 0 ? "SELECT " : ", ").append(SeedEngine.quoted(column));
  }
}
