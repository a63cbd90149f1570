package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.TableName;
import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which values of unique keys rows have: those of smoke, and those that were there before. */
final class SmokeKeys {
  private static final List<ValueType> ONE = List.of(ValueType.parse("int64"));

  private final SeedEngine engine;
  private final Map<String, Set<List<Object>>> here = new HashMap<>();
  private final Map<TableName, Boolean> empty = new HashMap<>();

  SmokeKeys(SeedEngine engine) {
    this.engine = engine;
  }

  /** The keys of {@code row} that another row has, of those whose columns are all decided. */
  List<UniqueShape> taken(SmokeRow row) throws SQLException {
    List<UniqueShape> taken = new ArrayList<>();
    for (UniqueShape unique : row.table.shape.differing()) {
      List<Object> values = values(row, unique);
      if (!values.isEmpty() && (here(row, unique).contains(values) || isInDatabase(row, unique))) {
        taken.add(unique);
      }
    }
    return taken;
  }

  void add(SmokeRow row) {
    for (UniqueShape unique : row.table.shape.differing()) {
      List<Object> values = values(row, unique);
      if (!values.isEmpty()) {
        here(row, unique).add(values);
      }
    }
  }

  private Set<List<Object>> here(SmokeRow row, UniqueShape unique) {
    return here.computeIfAbsent(row.table + " " + unique.name(), any -> new HashSet<>());
  }

  /** The key's values, as they compare; empty if one is null, or it isn't about the row. */
  private static List<Object> values(SmokeRow row, UniqueShape unique) {
    List<Object> values = new ArrayList<>();
    if (!mayConcern(row, unique)) {
      return values;
    }
    for (int column : unique.columns()) {
      if (row.isNull(column)) {
        return List.of();
      }
      Object origin = row.origin(column);
      values.add(
          origin instanceof SmokeRow.Place
              ? origin
              : PostgresEncoder.text(row.table.shape.columns.get(column).type, origin));
    }
    return values;
  }

  private static boolean mayConcern(SmokeRow row, UniqueShape unique) {
    if (unique.condition() == null) {
      return true;
    }
    int column = unique.condition().column();
    Object cell = row.isNull(column) ? null : row.origin(column);
    return cell instanceof SmokeRow.Place || unique.condition().holds(cell);
  }

  private boolean isInDatabase(SmokeRow row, UniqueShape unique) throws SQLException {
    TableShape table = row.table.shape;
    List<Cell> cells = new ArrayList<>();
    List<Integer> known = new ArrayList<>();
    for (int place : unique.columns()) {
      ColumnShape column = table.columns.get(place);
      Object origin = row.origin(place);
      if (!(origin instanceof SmokeRow.Place)) {
        known.add(place);
        cells.add(new Cell(column.type, origin));
      } else if (!isDefault(row, column)) {
        return false; // it will be new
      }
    }
    if (isEmpty(table)) {
      return false;
    }
    cells.addAll(unique.more(table));
    String agreeing = unique.of(known).agreeing(table);
    String where = agreeing.isEmpty() ? "" : " WHERE " + agreeing;
    return finds("SELECT 1 FROM " + engine.table(table.name) + where, cells);
  }

  /** Whether a column is left to its default, which any row may have. */
  private boolean isDefault(SmokeRow row, ColumnShape column) {
    return row.seed.presets()[column.index] == RowSeed.UNSET && column.hasDefault(engine);
  }

  private boolean isEmpty(TableShape table) throws SQLException {
    Boolean known = empty.get(table.name);
    if (known == null) {
      known = !finds("SELECT 1 FROM " + engine.table(table.name) + " LIMIT 1", List.of());
      empty.put(table.name, known);
    }
    return known;
  }

  private boolean finds(String sql, List<Cell> cells) throws SQLException {
    return !engine.query(sql, cells, ONE).isEmpty();
  }
}
