package dev.varve.seed.rich;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is chosen together: columns with few values, and relations, that unique keys join. Each
 * choice has a number, in mixed radix: first what all the keys share, then what each has for
 * itself.
 *
 * @param choices what is chosen, relations before columns: so the ordinary values of a column come
 *     before its others
 * @param uniques the keys
 */
record Combination(List<Choice> choices, List<PlanUnique> uniques) {
  /**
   * One of the things that are chosen.
   *
   * @param relation the relation whose row is drawn, or -1
   * @param column the column whose value is chosen, or -1
   * @param owner the place of the key that it belongs to; -1 if it belongs to all of several
   */
  record Choice(int relation, int column, int owner) {}

  static List<Combination> of(TableRun run, Pattern pattern, List<PlanUnique> uniques) {
    List<Combination> all = new ArrayList<>();
    List<PlanUnique> left = new ArrayList<>(uniques);
    while (!left.isEmpty()) {
      List<PlanUnique> joined = new ArrayList<>(List.of(left.remove(0)));
      for (int i = 0; i < joined.size(); i++) {
        for (PlanUnique other : List.copyOf(left)) {
          if (!common(run, pattern, joined.get(i), other).isEmpty()) {
            joined.add(other);
            left.remove(other);
          }
        }
      }
      all.add(new Combination(choices(run, pattern, joined), List.copyOf(joined)));
    }
    return List.copyOf(all);
  }

  private static List<Choice> choices(TableRun run, Pattern pattern, List<PlanUnique> uniques) {
    List<Choice> choices = new ArrayList<>();
    List<Choice> seen = new ArrayList<>();
    for (int place = 0; place < uniques.size(); place++) {
      for (Choice choice : choices(run, pattern, uniques.get(place))) {
        if (!seen.contains(choice)) {
          seen.add(choice);
          boolean common = uniques.size() > 1;
          for (PlanUnique unique : uniques) {
            common &= choices(run, pattern, unique).contains(choice);
          }
          choices.add(new Choice(choice.relation, choice.column, common ? -1 : place));
        }
      }
    }
    choices.sort(Comparator.comparing(choice -> choice.relation < 0));
    return List.copyOf(choices);
  }

  private static List<Choice> common(
      TableRun run, Pattern pattern, PlanUnique one, PlanUnique other) {
    List<Choice> common = new ArrayList<>(choices(run, pattern, one));
    common.retainAll(choices(run, pattern, other));
    return common;
  }

  private static List<Choice> choices(TableRun run, Pattern pattern, PlanUnique unique) {
    List<Choice> choices = new ArrayList<>();
    int columns = run.table.columns.size();
    for (int column : unique.columns()) {
      int relation = pattern.via[column];
      Choice choice = null;
      if (relation >= 0 && pattern.kinds[columns + relation] == Pattern.DRAWN) {
        choice = new Choice(relation, -1, 0);
      } else if (pattern.kinds[column] == Pattern.FREE) {
        choice = new Choice(-1, column, 0);
      }
      if (choice != null && !choices.contains(choice)) {
        choices.add(choice);
      }
    }
    return choices;
  }

  boolean hasColumn(int column) {
    return choices.stream().anyMatch(choice -> choice.column == column);
  }

  boolean hasRelation(int relation) {
    return choices.stream().anyMatch(choice -> choice.relation == relation);
  }
}
