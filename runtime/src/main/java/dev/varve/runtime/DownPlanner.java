package dev.varve.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plans the reverting of given versions, the newest first, each in a transaction of its own. */
record DownPlanner(MigrationSet set, Set<String> versions, boolean dataLoss) implements Goal {
  @Override
  public Plan plan(List<HistoryRow> rows) {
    List<String> problems = new ArrayList<>(set.problems());
    problems.addAll(new Verification(set).problems(rows));
    List<Unit> units = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      HistoryRow row = rows.get(i);
      if (versions.contains(row.version())) {
        plan(row, units, problems);
      }
    }
    return new Plan(rows, units, problems);
  }

  private void plan(HistoryRow row, List<Unit> units, List<String> problems) {
    if (row.state().isRunning()) {
      problems.add(row.migration() + " is applied only in part; run up again first");
      return;
    }
    if (row.isBaseline()) {
      problems.add(
          row.migration()
              + " cannot be reverted: it was not run here, it counts as applied by a baseline, and"
              + " its down script would take away what was there before; repair(FORGET "
              + row.version()
              + ") takes the baseline back");
      return;
    }
    try {
      Script script = script(row);
      script
          .directives()
          .irreversible()
          .ifPresent(reason -> problems.add(row.migration() + " cannot be reverted: " + reason));
      if (script.statements().isEmpty() && script.directives().irreversible().isEmpty()) {
        problems.add(
            row.migration()
                + " cannot be reverted: "
                + script.file()
                + " reverts nothing, it has no statement; write them, or say -- IRREVERSIBLE: why");
      }
      Migration migration = set.byVersion().get(row.version());
      if (migration != null && isCorrected(row)) {
        units.add(Unit.of(Step.Adopt.of(migration, set.engine())));
      }
      units.add(Unit.of(new Step.Revert(row, script, !dataLoss)));
    } catch (MigrationException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private Script script(HistoryRow row) {
    if (row.draft() && row.downSql() != null && !isCorrected(row)) {
      return new DraftRevert(set, row).stored();
    }
    Migration migration = set.byVersion().get(row.version());
    if (migration == null) {
      throw new MigrationException(
          row.migration() + " cannot be reverted: its down script is not here");
    }
    return migration.downScript(set.engine());
  }

  /** Whether the draft's up script is as it was applied, and its down script another one. */
  private boolean isCorrected(HistoryRow row) {
    Migration migration = set.byVersion().get(row.version());
    return migration != null
        && row.draft()
        && row.state() == HistoryRow.State.APPLIED
        && set.hasScript(row)
        && !migration.down().equals(row.down());
  }
}
