package dev.varve.conformance.laws;

import dev.varve.conformance.laws.LawBroken.Law;
import dev.varve.schema.Dialect;
import dev.varve.schema.sql.Identifiers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What must have become of the rows of a database, found before anything happens to them. Rows are
 * compared as a bag: all of their values that are known must be there, as often as they were.
 */
final class RowLaws {
  private final Pair pair;
  private final Engine engine;
  private final Identifiers names;
  private final Fate fate;
  private final Map<Integer, List<List<String>>> up = new TreeMap<>();
  private final Map<Integer, List<List<String>>> down = new TreeMap<>();

  RowLaws(Pair pair, Engine engine) throws SQLException {
    this.pair = pair;
    this.engine = engine;
    this.names = Identifiers.of(engine.dialect);
    this.fate = new Fate(pair.from(), pair.to(), engine.dialect);
    for (TableSketch former : pair.from().tables.values()) {
      TableSketch present = pair.to().tables.get(former.id);
      if (present != null) {
        up.put(former.id, rows(former, present.columns, column -> fate.up(present, column)));
        down.put(former.id, rows(former, former.columns, column -> fate.down(former, column)));
      }
    }
  }

  private List<List<String>> rows(
      TableSketch former, List<ColumnSketch> columns, Function<ColumnSketch, Fate.Value> values)
      throws SQLException {
    List<Fate.Value> known = columns.stream().map(values).filter(Fate.Value::isKnown).toList();
    StringBuilder select = new StringBuilder("SELECT 1");
    known.forEach(value -> select.append(", ").append(value.sql()));
    select.append(" FROM ").append(names.quoted(former.name));
    List<List<String>> rows = new ArrayList<>();
    for (List<String> before : engine.query(select.toString())) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < known.size(); i++) {
        row.add(String.valueOf(known.get(i).after(before.get(i + 1))));
      }
      rows.add(row);
    }
    return sorted(rows);
  }

  void requireUp() throws SQLException, LawBroken {
    for (TableSketch present : pair.to().tables.values()) {
      List<List<String>> expected = up.getOrDefault(present.id, List.of());
      List<ColumnSketch> known =
          !pair.from().tables.containsKey(present.id)
              ? List.of()
              : present.columns.stream()
                  .filter(column -> fate.up(present, column).isKnown())
                  .toList();
      require(Law.ROWS_SURVIVE_UP, present, known, expected);
      requireComputed(present);
    }
  }

  void requireDown() throws SQLException, LawBroken {
    for (TableSketch former : pair.from().tables.values()) {
      List<List<String>> expected = down.getOrDefault(former.id, List.of());
      List<ColumnSketch> known =
          former.columns.stream().filter(column -> fate.down(former, column).isKnown()).toList();
      require(Law.ROWS_SURVIVE_DOWN, former, known, expected);
    }
  }

  /** After one row more had come to each table on the other side: all former ones are there. */
  void requireDownWithOneMore() throws SQLException, LawBroken {
    for (TableSketch former : pair.from().tables.values()) {
      List<List<String>> expected = down.getOrDefault(former.id, List.of());
      List<ColumnSketch> known =
          former.columns.stream().filter(column -> fate.down(former, column).isKnown()).toList();
      List<List<String>> found = found(former, known);
      List<List<String>> missing = new ArrayList<>(expected);
      found.forEach(missing::remove);
      int more = pair.to().tables.containsKey(former.id) ? 1 : 0;
      Laws.require(
          Law.ROWS_SURVIVE_DOWN,
          missing.isEmpty() && found.size() == expected.size() + more,
          former.name + " misses " + missing + " or a row that came later, it has " + found);
    }
  }

  private void require(
      Law law, TableSketch table, List<ColumnSketch> columns, List<List<String>> expected)
      throws SQLException, LawBroken {
    List<List<String>> found = found(table, columns);
    if (!sorted(found).equals(expected)) {
      throw new LawBroken(
          law,
          table.name
              + " "
              + columns.stream().map(column -> column.name).toList()
              + "\n  expected "
              + expected
              + "\n  found    "
              + sorted(found));
    }
  }

  private List<List<String>> found(TableSketch table, List<ColumnSketch> columns)
      throws SQLException {
    StringBuilder select = new StringBuilder("SELECT 1");
    columns.forEach(column -> select.append(", ").append(shown(names.quoted(column.name))));
    select.append(" FROM ").append(names.quoted(table.name));
    List<List<String>> found = new ArrayList<>();
    for (List<String> row : engine.query(select.toString())) {
      found.add(row.subList(1, row.size()).stream().map(String::valueOf).toList());
    }
    return found;
  }

  private String shown(String name) {
    return engine.dialect == Dialect.POSTGRESQL
        ? "CAST(" + name + " AS text)"
        : "nullif(quote(" + name + "), 'NULL')";
  }

  private static List<List<String>> sorted(List<List<String>> rows) {
    List<List<String>> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(List::toString));
    return sorted;
  }

  /** Computed columns hold what is computed, of whatever has become of the rows. */
  private void requireComputed(TableSketch table) throws SQLException, LawBroken {
    for (ColumnSketch column : table.columns) {
      if (column.source instanceof SourceSketch.Computed computed) {
        String expression =
            computed.expression().text(engine.dialect, id -> names.quoted(table.column(id).name));
        String differs = engine.dialect == Dialect.POSTGRESQL ? " IS DISTINCT FROM (" : " IS NOT (";
        String sql =
            "SELECT count(*) FROM "
                + names.quoted(table.name)
                + " WHERE "
                + names.quoted(column.name)
                + differs
                + expression
                + ")";
        if (!engine.query(sql).get(0).get(0).equals("0")) {
          throw new LawBroken(Law.ROWS_SURVIVE_UP, "not as computed: " + sql);
        }
      }
    }
  }
}
