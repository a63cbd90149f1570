package dev.varve.runtime.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Invents values, and where they must be unique such that no row has yet: neither in the database
 * nor in the same call.
 *
 * <p>The values of a column are numbered, and a row starts at its own number: that of its identity,
 * or how many rows this builder made before. A number whose values are taken is passed over. So
 * nothing is drawn twice, and a small domain is used up to its last value.
 */
final class Uniques {
  /** So many values that columns with as many needn't be combined. */
  private static final long MANY = 500_000_000;

  /** The most numbers that are tried for a row. */
  private static final long MOST_TRIES = 1_000_000;

  /** The most conditions in one question to the database. SQLite takes 500 SELECTs in a union. */
  private static final int MOST_CONDITIONS = 256;

  private final Connection connection;
  private final SeedEngine engine;
  private final Set<List<String>> taken = new HashSet<>();

  Uniques(Connection connection, SeedEngine engine) {
    this.connection = connection;
    this.engine = engine;
  }

  /** A column whose values must differ from row to row. */
  private record Varying(ColumnShape column, Choices<Object> choices, long stride) {
    Object at(long number) {
      return choices.get(number / stride % choices.count());
    }
  }

  /** Notes the values that a row has already. */
  void register(Row row) {
    for (UniqueShape unique : row.shape.uniques) {
      take(row, unique);
    }
  }

  private void take(Row row, UniqueShape unique) {
    List<String> tuple = tuple(row, unique);
    if (!tuple.isEmpty()) {
      taken.add(tuple);
    }
  }

  /** Gives the columns values. */
  void invent(Row row, List<ColumnShape> columns, long ordinal) throws SQLException {
    List<Varying> varying = new ArrayList<>();
    long stride = 1;
    for (ColumnShape column : columns) {
      Choices<Object> choices = choices(row, column);
      if (!mustDiffer(row.shape, column.index)) {
        long key = Keys.of(0, row.shape.name.toString(), column.name);
        long number = Keys.number(key, ordinal, choices.ordinary());
        row.cells[column.index] = value(row, column, choices, number);
      } else if (choices.count() >= MANY) {
        varying.add(new Varying(column, choices, 1));
      } else {
        varying.add(new Varying(column, choices, stride));
        stride = Math.min(stride * choices.count(), MANY);
      }
    }
    if (!varying.isEmpty()) {
      vary(row, varying, start(row, ordinal));
    }
    register(row);
  }

  private static Choices<Object> choices(Row row, ColumnShape column) {
    try {
      return column.choices(row.shape.name);
    } catch (ValueException e) {
      throw cannot(row, column, e.getMessage());
    }
  }

  private static SeedException cannot(Row row, ColumnShape column, @Nullable String reason) {
    String name = column.setter;
    return Problems.of(
        row,
        "no value of " + name + " can be invented, set it by ." + name + "(…): " + reason,
        null);
  }

  private Object value(Row row, ColumnShape column, Choices<Object> choices, long number) {
    try {
      Object value = choices.get(number);
      engine.stored(column.type, value);
      return value;
    } catch (ValueException e) {
      throw cannot(row, column, e.getMessage());
    }
  }

  private static boolean mustDiffer(TableShape table, int column) {
    if (table.distinct.contains(column)) {
      return true;
    }
    for (UniqueShape unique : table.uniques) {
      if (holds(unique, column)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(UniqueShape unique, int column) {
    for (int part : unique.columns()) {
      if (part == column) {
        return true;
      }
    }
    return false;
  }

  private static long start(Row row, long ordinal) {
    int identity = Filler.identity(row.shape);
    return identity >= 0 && row.value(identity) instanceof Number id
        ? Math.max(0, id.longValue() - 1)
        : ordinal;
  }

  private void vary(Row row, List<Varying> varying, long start) throws SQLException {
    engine.lock(connection, row.shape);
    List<UniqueShape> concerned = concerned(row, varying);
    long tries = tries(varying);
    int block = 1;
    long next = 0;
    while (next < tries) {
      long end = Math.min(tries, next + block);
      List<Long> numbers = new ArrayList<>();
      for (; next < end; next++) {
        numbers.add(start + next);
      }
      if (settle(row, varying, concerned, numbers)) {
        return;
      }
      block = Math.min(block * 2, Math.max(1, MOST_CONDITIONS / Math.max(1, concerned.size())));
    }
    ColumnShape column = varying.get(0).column();
    throw cannot(
        row, column, "rows have all of the " + tries + " values already (" + keys(concerned) + ")");
  }

  private static String keys(List<UniqueShape> uniques) {
    List<String> names = new ArrayList<>();
    for (UniqueShape unique : uniques) {
      names.add(unique.name());
    }
    return String.join(" and ", names);
  }

  /** How many combinations there are. */
  private static long tries(List<Varying> varying) {
    long tries = 1;
    for (Varying one : varying) {
      long count = one.choices().count();
      tries = count >= MOST_TRIES ? MOST_TRIES : Math.min(MOST_TRIES, tries * count);
    }
    return tries;
  }

  /** The unique keys that the varying columns can make true: all their other columns are known. */
  private static List<UniqueShape> concerned(Row row, List<Varying> varying) {
    List<UniqueShape> concerned = new ArrayList<>();
    for (UniqueShape unique : row.shape.uniques) {
      boolean varies = false;
      boolean known = true;
      for (int column : unique.columns()) {
        boolean here = varying.stream().anyMatch(one -> one.column().index == column);
        varies |= here;
        Object value = row.value(column);
        known &= here || value != null && value != Row.LEFT && value != RowSeed.UNSET;
      }
      if (varies && known) {
        concerned.add(unique);
      }
    }
    return concerned;
  }

  /** Takes the first of the numbers that conflicts with nothing, if there is one. */
  private boolean settle(
      Row row, List<Varying> varying, List<UniqueShape> concerned, List<Long> numbers)
      throws SQLException {
    List<Long> candidates = new ArrayList<>();
    for (long number : numbers) {
      set(row, varying, number);
      boolean free = true;
      for (UniqueShape unique : concerned) {
        free &= !taken.contains(tuple(row, unique));
      }
      if (free) {
        candidates.add(number);
      }
    }
    Set<Integer> found = inDatabase(row, varying, concerned, candidates);
    for (int i = 0; i < candidates.size(); i++) {
      if (!found.contains(i)) {
        set(row, varying, candidates.get(i));
        return true;
      }
    }
    return false;
  }

  private void set(Row row, List<Varying> varying, long number) {
    for (Varying one : varying) {
      ColumnShape column = one.column();
      row.cells[column.index] =
          value(row, column, one.choices(), number / one.stride() % one.choices().count());
    }
  }

  /** Which of the candidates the database has a row for. */
  private Set<Integer> inDatabase(
      Row row, List<Varying> varying, List<UniqueShape> concerned, List<Long> candidates)
      throws SQLException {
    Set<Integer> found = new HashSet<>();
    if (candidates.isEmpty() || concerned.isEmpty()) {
      return found;
    }
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < candidates.size(); i++) {
      for (UniqueShape unique : concerned) {
        sql.append(sql.length() == 0 ? "" : " UNION ALL ");
        sql.append("SELECT ").append(i).append(" WHERE EXISTS (SELECT 1 FROM ");
        sql.append(engine.table(row.shape.name)).append(" WHERE ");
        condition(row.shape, unique, sql);
        sql.append(')');
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      int parameter = 1;
      for (long candidate : candidates) {
        set(row, varying, candidate);
        for (UniqueShape unique : concerned) {
          for (int column : unique.columns()) {
            ColumnShape shape = row.shape.columns.get(column);
            engine.bind(statement, parameter++, shape.type, row.value(column));
          }
        }
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getInt(1));
        }
      }
    }
    return found;
  }

  private static void condition(TableShape table, UniqueShape unique, StringBuilder sql) {
    String and = "";
    for (int column : unique.columns()) {
      sql.append(and).append(SeedEngine.quoted(table.columns.get(column).name)).append(" = ?");
      and = " AND ";
    }
  }

  /** The key's name and the row's values as text; empty if one is null or not known. */
  private static List<String> tuple(Row row, UniqueShape unique) {
    List<String> tuple = new ArrayList<>();
    tuple.add(row.shape.name + " " + unique.name());
    for (int column : unique.columns()) {
      Object value = row.value(column);
      if (value == null || value == Row.LEFT || value == RowSeed.UNSET) {
        return List.of();
      }
      tuple.add(PostgresEncoder.text(row.shape.columns.get(column).type, value));
    }
    return tuple;
  }
}
