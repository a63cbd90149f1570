package dev.varve.seed;

import dev.varve.seed.value.Choices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Columns that must be varied together, for unique keys share them; their combined values are
 * numbered. Columns that no unique key joins vary each for itself: a key that is used up takes no
 * other's values along.
 *
 * @param columns the columns
 * @param uniques the unique keys that they make true or not; none if nothing is known of them
 */
record Combination(List<Varying> columns, List<UniqueShape> uniques) {
  /** So many values that columns with as many needn't be combined. */
  private static final long MANY = 500_000_000;

  /** A column whose values must differ from row to row. */
  record Varying(ColumnShape column, Choices<Object> choices, long stride) {
    long at(long number) {
      return number / stride % choices.count();
    }
  }

  /** Joins the columns that {@code uniques} join; those that none has come last, together. */
  static List<Combination> of(
      Map<ColumnShape, Choices<Object>> columns, List<UniqueShape> uniques) {
    List<Combination> combinations = new ArrayList<>();
    List<ColumnShape> rest = new ArrayList<>(columns.keySet());
    List<UniqueShape> unseen = new ArrayList<>(uniques);
    while (!unseen.isEmpty()) {
      List<UniqueShape> joined = new ArrayList<>(List.of(unseen.remove(0)));
      List<ColumnShape> members = new ArrayList<>();
      for (int i = 0; i < joined.size(); i++) {
        take(joined.get(i), rest, members);
        for (UniqueShape other : List.copyOf(unseen)) {
          if (members.stream().anyMatch(column -> other.varies(column.index))) {
            joined.add(other);
            unseen.remove(other);
          }
        }
      }
      // the small domains change fastest, so that near numbers try all of them
      combinations.add(strided(members, columns, joined, Comparator.naturalOrder()));
    }
    if (!rest.isEmpty()) {
      // nothing is asked of these: the large domains change fastest, so that they never repeat
      combinations.add(strided(rest, columns, List.of(), Comparator.reverseOrder()));
    }
    return combinations;
  }

  private static void take(UniqueShape unique, List<ColumnShape> from, List<ColumnShape> to) {
    for (ColumnShape column : List.copyOf(from)) {
      if (unique.varies(column.index)) {
        from.remove(column);
        to.add(column);
      }
    }
  }

  private static Combination strided(
      List<ColumnShape> members,
      Map<ColumnShape, Choices<Object>> columns,
      List<UniqueShape> uniques,
      Comparator<Long> order) {
    List<Varying> varying = new ArrayList<>();
    for (ColumnShape column : members) {
      varying.add(new Varying(column, columns.get(column), 1));
    }
    varying.sort(Comparator.comparing(one -> one.choices().count(), order));
    long stride = 1;
    for (int i = 0; i < varying.size(); i++) {
      Varying one = varying.get(i);
      if (one.choices().count() < MANY) {
        varying.set(i, new Varying(one.column(), one.choices(), stride));
        stride = Math.min(stride * one.choices().count(), MANY);
      }
    }
    return new Combination(varying, uniques);
  }

  /** How many combined values there are; {@link Choices#PLENTY}: so many or more. */
  long count() {
    long count = 1;
    for (Varying one : columns) {
      long more = one.choices().count();
      count = count > Choices.PLENTY / more ? Choices.PLENTY : count * more;
    }
    return count;
  }

  /** What the columns' setters are called. */
  List<String> names() {
    return columns.stream().map(one -> one.column().setter).toList();
  }
}
