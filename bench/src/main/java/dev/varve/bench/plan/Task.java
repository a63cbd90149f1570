package dev.varve.bench.plan;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Agreements;
import dev.varve.schema.change.Comparison;
import dev.varve.schema.plan.MigrationPlanner;
import dev.varve.schema.plan.Versions;
import java.util.ArrayList;
import java.util.List;

/**
 * Two schemas to be compared, and migrations to be planned for both dialects.
 *
 * @param from the former schema
 * @param to the present one
 * @param agreements what somebody said
 */
record Task(Schema from, Schema to, Agreements agreements) {
  /** Schemas of so many tables with so many changes, spread evenly, the kinds taking turns. */
  static Task of(int tables, int changes) {
    List<Table> from = new ArrayList<>(tables);
    List<Table> to = new ArrayList<>(tables);
    Said said = new Said();
    int kinds = Edit.values().length + 2;
    for (int i = 0; i < tables; i++) {
      TableDraft draft = new TableDraft(i);
      Table former = new TableDraft(i).table();
      int change = change(i, tables, changes);
      int kind = change < 0 ? -1 : change % kinds;
      if (kind == kinds - 1) {
        to.add(former);
        continue;
      }
      from.add(former);
      if (kind == kinds - 2) {
        said.removed(draft.name);
        continue;
      }
      if (kind >= 0) {
        Edit.values()[kind].apply(draft, said);
      }
      to.add(draft.table());
    }
    return new Task(new Schema(List.of(), from), new Schema(List.of(), to), said.agreements());
  }

  /** Which change is made to a table, or -1; only odd tables, which nobody refers to. */
  private static int change(int table, int tables, int changes) {
    int every = changes == 0 ? Integer.MAX_VALUE : tables / changes;
    return table % every == 1 && table / every < changes ? table / every : -1;
  }

  /** Compares. */
  Comparison compare() {
    Comparison comparison = Comparison.of(from, to, agreements);
    if (!comparison.questions().isEmpty()) {
      throw new IllegalStateException(comparison.questions().toString());
    }
    return comparison;
  }

  /**
   * Plans one dialect's migrations, statements included; how many there are. Where there are no
   * changes nobody asks the planner.
   */
  static int plan(Comparison comparison, Dialect dialect) {
    if (comparison.evolution().changes().isEmpty()) {
      return 0;
    }
    int statements = 0;
    for (var migration : MigrationPlanner.plan(comparison.evolution(), dialect, Versions.OLDEST)) {
      statements += migration.up().statements().size() + migration.down().statements().size();
    }
    return statements;
  }
}
