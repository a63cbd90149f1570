package dev.varve.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans which migrations count as applied without being run.
 *
 * @param version the newest of them, which is here
 */
record BaselinePlanner(MigrationSet set, String version) {
  /**
   * Those that don't yet, by version.
   *
   * @throws MigrationException if it makes no sense
   */
  List<Migration> plan(List<HistoryRow> rows) {
    List<String> problems = new ArrayList<>(set.problems());
    List<Migration> wanted = new ArrayList<>();
    Set<String> applied = new TreeSet<>();
    rows.forEach(row -> applied.add(row.version()));
    for (Migration migration : set.byVersion().values()) {
      if (migration.name().version().compareTo(version) <= 0) {
        refuseDraft(migration, problems);
        if (!applied.contains(migration.name().version())) {
          wanted.add(migration);
        }
      }
    }
    if (!wanted.isEmpty() && !rows.isEmpty()) {
      problems.add(
          "the history is not empty, "
              + rows.get(rows.size() - 1).migration()
              + " is applied: a baseline is for a database without one; up() applies the rest");
    }
    new Plan(rows, List.of(), problems).allowed();
    return wanted;
  }

  private static void refuseDraft(Migration migration, List<String> problems) {
    if (migration.draft()) {
      problems.add(
          migration.name()
              + " is a draft: when it changes, its tables would go with all that is in them; seal"
              + " it first");
    }
  }

  /** The row for one of them. */
  HistoryChange row(Migration migration) {
    int statements = migration.upScript(set.engine()).statements().size();
    return HistoryChange.baseline(migration, statements);
  }
}
