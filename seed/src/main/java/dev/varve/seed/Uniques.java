package dev.varve.seed;

import dev.varve.seed.value.Choices;
import dev.varve.seed.value.ColumnOrders;
import dev.varve.seed.value.Keys;
import dev.varve.seed.value.ValueException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Invents values, and where they must be unique such that no row has yet: neither in the database
 * nor in the same call.
 *
 * <p>The values of a column are numbered, and a row starts at its own number: that of its identity,
 * or how many rows this builder made before. A number whose values are taken is passed over. So
 * nothing is drawn twice, and a small domain is used up to its last value. In a large one the steps
 * double when many in a row are taken, so that a call asks the database some dozen times at most.
 */
final class Uniques {
  /** Domains of so many values are searched to the end. */
  private static final long SMALL = 4096;

  /** The most conditions in one question to the database. SQLite takes 500 SELECTs in a union. */
  private static final int MOST_CONDITIONS = 256;

  /** How much further each question to the database looks than the one before. */
  private static final int STEP = 8;

  private final SeedEngine engine;
  private final Taken taken;

  /** How many numbers the next row of a table asks about, whose own is not known to be free. */
  private final Map<TableShape, Integer> ahead = new HashMap<>();

  Uniques(SeedEngine engine) {
    this.engine = engine;
    taken = new Taken(engine);
  }

  /** Notes the values that a row has already. */
  void register(Row row) {
    taken.register(row);
  }

  /** Gives the columns values: those that must differ first, what may be anything follows them. */
  void invent(Row row, List<ColumnShape> columns, long ordinal) throws SQLException {
    Map<ColumnShape, Choices<Object>> varying = new LinkedHashMap<>();
    List<ColumnShape> free = new ArrayList<>();
    for (ColumnShape column : lesserFirst(row, columns)) {
      if (mustDiffer(row.shape, column, columns)) {
        varying.put(column, choices(row, column, columns));
      } else {
        free.add(column);
      }
    }
    if (!varying.isEmpty()) {
      if (!ahead.containsKey(row.shape)) {
        engine.lockInvented(row.shape); // holds to the call's end
      }
      for (Combination each : Combination.of(varying, concerned(row, varying))) {
        vary(row, current(row, each, columns), start(row, ordinal));
        taken.register(row, each.uniques());
      }
    }
    for (ColumnShape column : free) {
      Choices<Object> choices = choices(row, column, columns);
      long key = Keys.of(0, row.shape.name.toString(), column.name);
      long number = Keys.number(key, ordinal, choices.ordinary());
      row.cells[column.index] = value(row, column, choices, number);
    }
    register(row);
  }

  /** The combination with the values that those which were given before leave. */
  private static Combination current(Row row, Combination each, List<ColumnShape> open) {
    if (row.shape.orders.isEmpty()) {
      return each;
    }
    Map<ColumnShape, Choices<Object>> choices = new LinkedHashMap<>();
    for (Combination.Varying one : each.columns()) {
      choices.put(one.column(), choices(row, one.column(), open));
    }
    return Combination.of(choices, each.uniques()).get(0);
  }

  private static List<ColumnShape> lesserFirst(Row row, List<ColumnShape> columns) {
    if (row.shape.orders.isEmpty()) {
      return columns;
    }
    List<ColumnShape> sorted = new ArrayList<>(columns);
    Comparator<Integer> order = row.shape.orders.lesserFirst();
    sorted.sort((one, other) -> order.compare(one.index, other.index));
    return sorted;
  }

  /**
   * The values of a column, given those that the row has.
   *
   * @param open columns that will have a value, and may have none yet
   */
  private static Choices<Object> choices(Row row, ColumnShape column, List<ColumnShape> open) {
    try {
      return row.shape.orders.concern(column.index)
          ? column.choices(
              row.shape.name, row.shape.orders.domain(column.index, cells(row, column, open)))
          : column.choices(row.shape.name);
    } catch (ValueException e) {
      throw cannot(row, column, e.getMessage());
    }
  }

  private static @Nullable Object[] cells(Row row, ColumnShape column, List<ColumnShape> open) {
    @Nullable Object[] cells = new Object[row.shape.columns.size()];
    for (ColumnShape each : row.shape.columns) {
      if (row.isKnown(each.index)) {
        cells[each.index] = row.value(each.index);
      } else if (each == column || open.contains(each)) {
        cells[each.index] = ColumnOrders.OPEN;
      }
    }
    return cells;
  }

  private static SeedException cannot(Row row, ColumnShape column, @Nullable String reason) {
    String name = column.setter;
    String text = "no value of " + name + " can be invented";
    if (!row.invented) {
      return Problems.of(row, text + ", set it by ." + name + "(…): " + reason, null);
    }
    String how = ". Set it by " + call(row, name) + ", or share a row, by .share(…)";
    return Problems.of(row, text + ": " + reason + how, null);
  }

  /** How to set a column of an invented row, in the function of the one that somebody asked for. */
  private static String call(Row row, String setter) {
    String call = "." + setter + "(…)";
    Set<String> used = new HashSet<>();
    for (Row at = row; at.invented && at.maker != null; at = at.maker) {
      String relation = at.path.substring(at.path.lastIndexOf('.') + 1);
      String name = relation.substring(0, 1);
      while (!used.add(name)) {
        name += relation.charAt(0);
      }
      call = "." + relation + '(' + name + " -> " + name + call + ')';
    }
    return call;
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

  private static boolean mustDiffer(
      TableShape table, ColumnShape column, List<ColumnShape> invented) {
    return table.distinct.contains(column.index)
        || table.uniques.stream()
            .anyMatch(unique -> unique.has(column.index) || decides(unique, column, invented));
  }

  /**
   * Whether a row can be kept from a key by this column alone, since those of the key are given.
   */
  private static boolean decides(
      UniqueShape unique, ColumnShape column, List<ColumnShape> invented) {
    return unique.dependsOn(column.index)
        && invented.stream().noneMatch(other -> unique.has(other.index));
  }

  /**
   * The unique keys that the varying columns can make true: all their other columns are known. A
   * key that holds all columns of another needs no attention.
   */
  private static List<UniqueShape> concerned(Row row, Map<ColumnShape, Choices<Object>> varying) {
    List<UniqueShape> concerned = new ArrayList<>();
    List<UniqueShape> uniques = new ArrayList<>(row.shape.uniques);
    // what an index over an expression tells apart is not known of few values
    varying.forEach(
        (column, choices) -> {
          if (row.shape.distinct.contains(column.index) && choices.count() > SMALL) {
            uniques.add(new UniqueShape("an index over " + column, new int[] {column.index}));
          }
        });
    for (UniqueShape each : uniques) {
      UniqueShape unique = withoutDefaults(row, each);
      boolean varies = varying.keySet().stream().anyMatch(column -> unique.varies(column.index));
      if (varies && unique.mayConcern(row) && isKnown(row, unique, varying)) {
        if (concerned.stream().noneMatch(unique::follows)) {
          concerned.removeIf(other -> other.follows(unique));
          concerned.add(unique);
        }
      }
    }
    return concerned;
  }

  /** A key without the columns that are left to their defaults, which any row may have. */
  private static UniqueShape withoutDefaults(Row row, UniqueShape unique) {
    List<Integer> others = new ArrayList<>();
    for (int column : unique.columns()) {
      if (row.value(column) != Row.LEFT || !isDefault(row, column)) {
        others.add(column);
      }
    }
    return others.size() == unique.columns().length ? unique : unique.of(others);
  }

  private static boolean isDefault(Row row, int column) {
    ColumnShape shape = row.shape.columns.get(column);
    return !shape.identity && !shape.computed;
  }

  private static boolean isKnown(Row row, UniqueShape unique, Map<ColumnShape, ?> varying) {
    for (int column : unique.columns()) {
      if (!varying.containsKey(row.shape.columns.get(column)) && !row.isKnown(column)) {
        return false;
      }
    }
    return true;
  }

  private static long start(Row row, long ordinal) {
    int identity = Filler.identity(row.shape);
    return identity >= 0 && row.value(identity) instanceof Number id
        ? Math.max(0, id.longValue() - 1)
        : ordinal;
  }

  /** Takes the first number that conflicts with nothing. */
  private void vary(Row row, Combination columns, long start) throws SQLException {
    Taken.Numbered values = number -> set(row, columns, number);
    long count = columns.count();
    int most = Math.max(1, MOST_CONDITIONS / Math.max(1, columns.uniques().size()));
    // what was given in an order that a CHECK forbids is the database's to refuse
    boolean ordered = isOrdered(row);
    int block = isFree(row, values, columns, start) ? 0 : ahead(row.shape, most) / 2;
    for (long next = 0; next < count; next = after(next, block, count)) {
      block = (int) Math.min(Math.max(1, Math.min(block * 2L, most)), count - next);
      List<Long> numbers = numbers(start + next, block);
      numbers.removeIf(number -> ordered && !agree(row, values, number));
      List<Long> free = taken.free(row, values, columns.uniques(), numbers);
      if (!free.isEmpty()) {
        values.set(free.get(0));
        return;
      }
    }
    throw usedUp(row, columns, count);
  }

  private boolean isFree(Row row, Taken.Numbered values, Combination columns, long number) {
    return columns.count() > 0
        && agree(row, values, number)
        && taken.isFree(row, values, columns.uniques(), number);
  }

  /** Rows of one call have numbers that follow each other: the more of them, the more at once. */
  private int ahead(TableShape table, int most) {
    int now = ahead.getOrDefault(table, 1);
    ahead.put(table, Math.min(now * STEP, most));
    return Math.min(now, most);
  }

  /** Whether the columns that vary together are in the order that CHECKs want. */
  private static boolean agree(Row row, Taken.Numbered values, long number) {
    values.set(number);
    return isOrdered(row);
  }

  private static boolean isOrdered(Row row) {
    return row.shape.orders.isEmpty()
        || row.shape.orders.hold(cells(row, row.shape.columns.get(0), List.of()));
  }

  /** Where to look after a block of taken numbers. */
  private static long after(long next, int block, long count) {
    long end = next + block;
    return count <= SMALL || end < MOST_CONDITIONS ? end : end * 2;
  }

  private static List<Long> numbers(long from, int count) {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(from + i);
    }
    return numbers;
  }

  private void set(Row row, Combination columns, long number) {
    for (Combination.Varying one : columns.columns()) {
      ColumnShape column = one.column();
      row.cells[column.index] = value(row, column, one.choices(), one.at(number));
    }
  }

  private static SeedException usedUp(Row row, Combination columns, long count) {
    List<String> keys = columns.uniques().stream().map(UniqueShape::toString).toList();
    String names = String.join(", ", columns.names());
    String setters = "." + String.join("(…) or .", columns.names()) + "(…)";
    String taken =
        count <= SMALL
            ? "rows have all " + count + " values that can be invented for " + names
            : "rows have all values tried of the " + count + " that can be invented for " + names;
    return Problems.of(
        row,
        taken
            + " ("
            + String.join(", ", keys)
            + "): set "
            + setters
            + " to another, or change or delete a row that has one",
        null);
  }
}
