package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.ValueType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of unique keys that rows have: those of the same call, and those in the database. */
final class Taken {
  private static final List<ValueType> NUMBER = List.of(ValueType.parse("int64"));

  private final SeedEngine engine;
  private final Set<List<String>> here = new HashSet<>();

  /** Values that the database was asked about and doesn't have. */
  private final Set<List<String>> free = new HashSet<>();

  Taken(SeedEngine engine) {
    this.engine = engine;
  }

  /** Writes the values of a number into a row. */
  interface Numbered {
    void set(long number);
  }

  /** Notes the values that a row of the call has. */
  void register(Row row) {
    register(row, row.shape.differing());
  }

  /** Notes the values that a row of the call has in some keys. */
  void register(Row row, List<UniqueShape> uniques) {
    for (UniqueShape unique : uniques) {
      List<String> tuple = tuple(row, unique);
      if (!tuple.isEmpty() && !isOpen(row, unique)) {
        here.add(tuple);
      }
    }
  }

  /** Whether a value will be invented that decides if the key is about the row. */
  private boolean isOpen(Row row, UniqueShape unique) {
    if (unique.condition() == null || !row.isUnset(unique.condition().column())) {
      return false;
    }
    ColumnShape column = row.shape.columns.get(unique.condition().column());
    return row.seed.wants(column) || !column.nullable && !column.hasDefault(engine);
  }

  /** Those of the numbers whose values conflict with no row. */
  List<Long> free(Row row, Numbered values, List<UniqueShape> uniques, List<Long> numbers)
      throws SQLException {
    List<Long> candidates = new ArrayList<>();
    for (long number : numbers) {
      if (isFreeHere(row, values, uniques, number)) {
        if (candidates.isEmpty() && isFree(row, values, uniques, number)) {
          return List.of(number);
        }
        candidates.add(number);
      }
    }
    if (!candidates.isEmpty() && !uniques.isEmpty()) {
      candidates.removeAll(inDatabase(row, values, uniques, candidates));
      for (long number : candidates) {
        values.set(number);
        uniques.forEach(unique -> free.add(tuple(row, unique)));
      }
    }
    return candidates;
  }

  /** Whether it is known already that a number's values conflict with no row. */
  boolean isFree(Row row, Numbered values, List<UniqueShape> uniques, long number) {
    boolean known = isFreeHere(row, values, uniques, number);
    for (UniqueShape unique : uniques) {
      List<String> tuple = tuple(row, unique);
      known &= tuple.isEmpty() || free.contains(tuple);
    }
    return known;
  }

  private boolean isFreeHere(Row row, Numbered values, List<UniqueShape> uniques, long number) {
    values.set(number);
    for (UniqueShape unique : uniques) {
      if (here.contains(tuple(row, unique))) {
        return false;
      }
    }
    return true;
  }

  private Set<Long> inDatabase(
      Row row, Numbered values, List<UniqueShape> uniques, List<Long> candidates)
      throws SQLException {
    StringBuilder sql = new StringBuilder();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      values.set(candidates.get(i));
      for (UniqueShape unique : uniques) {
        if (unique.mayConcern(row)) {
          ask(i, row, unique, sql, cells);
        }
      }
    }
    Set<Long> found = new HashSet<>();
    if (cells.isEmpty()) {
      return found;
    }
    for (@Nullable Object[] taken : engine.query(sql.toString(), cells, NUMBER)) {
      found.add(candidates.get(((Long) Objects.requireNonNull(taken[0])).intValue()));
    }
    return found;
  }

  private void ask(
      int candidate, Row row, UniqueShape unique, StringBuilder sql, List<Cell> cells) {
    sql.append(sql.length() == 0 ? "" : " UNION ALL ");
    sql.append("SELECT ").append(candidate).append(" WHERE EXISTS (SELECT 1 FROM ");
    sql.append(engine.table(row.shape.name)).append(" WHERE ");
    sql.append(unique.agreeing(row.shape)).append(')');
    for (int column : unique.columns()) {
      cells.add(new Cell(row.shape.columns.get(column).type, row.value(column)));
    }
    cells.addAll(unique.more(row.shape));
  }

  /**
   * The key's name and the row's values as text; empty if one is null or not known, or the key
   * isn't about the row.
   */
  private static List<String> tuple(Row row, UniqueShape unique) {
    if (!unique.mayConcern(row)) {
      return List.of();
    }
    List<String> tuple = new ArrayList<>();
    tuple.add(row.shape.name + " " + unique.name());
    for (int column : unique.columns()) {
      if (!row.isKnown(column)) {
        return List.of();
      }
      tuple.add(PostgresEncoder.text(row.shape.columns.get(column).type, row.value(column)));
    }
    return tuple;
  }
}
