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
      units.add(Unit.of(new Step.Revert(row, script, !dataLoss)));
    } catch (MigrationException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private Script script(HistoryRow row) {
    String stored = row.downSql();
    if (row.draft() && stored != null) {
      String file = row.migration().downFile() + " (as stored in the database)";
      return Script.read(row.migration(), file, stored, set.engine());
    }
    Migration migration = set.byVersion().get(row.version());
    if (migration == null) {
      throw new MigrationException(
          row.migration() + " cannot be reverted: its down script is not here");
    }
    return migration.downScript(set.engine());
  }
}
