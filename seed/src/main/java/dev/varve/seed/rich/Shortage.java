package dev.varve.seed.rich;

import dev.varve.seed.value.ValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What to say of a unique key when there is nothing left to choose: how many there are, and what to
 * add.
 */
record Shortage(TableRun run, Pattern pattern, Combination combination, Numbering numbering) {
  /** A message for a row that is one of {@code count}. */
  ValueException of(int count, Supply supply) {
    PlanUnique unique = combination.uniques().get(0);
    List<String> names = names(run, pattern, unique);
    String few =
        count
            + (count == 1 ? " row" : " rows")
            + " asked, only "
            + numbering.count
            + kinds(unique, names)
            + " ("
            + unique.name()
            + "); ";
    return new ValueException(few + remedy(supply));
  }

  private static List<String> names(TableRun run, Pattern pattern, PlanUnique unique) {
    List<String> names = new ArrayList<>();
    for (int column : unique.columns()) {
      int relation = pattern.via[column];
      String name =
          relation >= 0
              ? run.table.foreignKeys[relation].name()
              : run.table.columns.get(column).setter();
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private String kinds(PlanUnique unique, List<String> names) {
    if (names.size() > 1) {
      String all = " (" + String.join(", ", names) + ')';
      return all + (names.size() == 2 ? " pairs" : " combinations");
    }
    int relation = pattern.via[unique.columns()[0]];
    return relation < 0
        ? " values of " + names.get(0)
        : " " + run.table.foreignKeys[relation].target() + " for " + names.get(0);
  }

  private String remedy(Supply supply) {
    int smallest = -1;
    for (int i = 0; i < numbering.sizes.length; i++) {
      boolean related = combination.choices().get(i).relation() >= 0;
      if (related && (smallest < 0 || numbering.sizes[i] < numbering.sizes[smallest])) {
        smallest = i;
      }
    }
    if (smallest < 0) {
      return "ask for fewer";
    }
    String entity = supply.limit(run, combination.choices().get(smallest)).table.entity;
    String word = entity.toLowerCase(Locale.ROOT);
    return "add " + ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
  }

  /** What to say when what a row was given is another's already. */
  static ValueException taken(TableRun run, PlanRow row, Pattern pattern, PlanUnique unique) {
    List<String> given = new ArrayList<>();
    for (int column : unique.columns()) {
      Object value = row.cells[column];
      String setter = run.table.columns.get(column).setter();
      if (pattern.via[column] < 0) {
        given.add(setter + " = " + (value instanceof String ? "\"" + value + '"' : value));
      }
    }
    String values = given.isEmpty() ? "" : " (" + String.join(", ", given) + ')';
    return new ValueException(
        "another row has the same in "
            + unique.name()
            + ", by "
            + String.join(", ", names(run, pattern, unique))
            + values
            + ": give each row another, or leave it out");
  }
}
