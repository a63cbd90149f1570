package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import org.jspecify.annotations.Nullable;

/** Draws what rows are linked to by many-to-many relations of which nobody says anything. */
final class Links {
  /** From none to so many, each number as often as the others. */
  private static final int MOST = 3;

  private final Runs runs;
  private final Parents parents;

  Links(Runs runs, Parents parents) {
    this.runs = runs;
    this.parents = parents;
  }

  /** For each junction the numbers of the rows, all different. */
  void draw(TableRun run, PlanRow row) {
    for (PlanJunction junction : run.table.manyToMany) {
      if (row.links(junction.index()) == null) {
        TableRun target = runs.of(junction.target());
        long key = TableRun.step(row.key, junction.name(), 0);
        row.linked(junction.index(), drawn(run, row, target, key));
      }
    }
  }

  private int[] drawn(TableRun run, PlanRow row, TableRun target, long key) {
    int above = -1;
    Grouped group = null;
    Family family = null;
    if (runs.model.meets(run.table)) {
      family = new Family(runs.all.size());
      for (PlanRelation relation : run.table.foreignKeys) {
        if (row.parents[relation.index()] >= 0) {
          parents.know(family, relation, row.parents[relation.index()]);
        }
      }
      above = parents.above(target, family);
      group = above < 0 ? null : parents.grouped(row, target, null, above);
    }
    int size = group == null ? Parents.size(row, target, null) : group.size(row(family, above));
    int[] drawn = new int[(int) Math.min(Keys.number(key, 0, MOST + 1), size)];
    for (int i = 0; i < drawn.length; i++) {
      int place = (int) Keys.permute(key, i, size);
      drawn[i] = group == null ? place : group.get(row(family, above), place);
    }
    return drawn;
  }

  private static int row(@Nullable Family family, int above) {
    return family == null ? PlanRow.NONE : family.row(above);
  }
}
