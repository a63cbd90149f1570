package dev.varve.runtime;

import dev.varve.runtime.Repair.Kind;
import dev.varve.runtime.format.SqlStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a person may decide about the history, and plans what was decided.
 *
 * @param set the migrations that are here
 */
record RepairPlanner(MigrationSet set) {
  private static final int EXCERPT = 200;

  /** Each repair that is possible, with the change that it is, by version. */
  Map<Repair, HistoryChange> possible(List<HistoryRow> rows) {
    Map<Repair, HistoryChange> possible = new LinkedHashMap<>();
    for (HistoryRow row : rows) {
      accept(row, possible);
      forget(row, possible);
      decide(row, possible);
    }
    return possible;
  }

  /**
   * The changes that were chosen.
   *
   * @throws MigrationException if one of them isn't possible, or not any more
   */
  List<HistoryChange> changes(List<Repair> chosen, List<HistoryRow> rows) {
    Map<Repair, HistoryChange> possible = possible(rows);
    List<HistoryChange> changes = new ArrayList<>();
    for (Repair repair : chosen) {
      HistoryChange change = possible.get(repair);
      if (change == null) {
        throw new MigrationException(
            "this can't be repaired, or not any more, so nothing was changed: " + repair);
      }
      changes.add(change);
    }
    return changes;
  }

  /** A draft that has changed is replaced, and a file that isn't as it was sealed is a mistake. */
  private void accept(HistoryRow row, Map<Repair, HistoryChange> possible) {
    Migration migration = set.byVersion().get(row.version());
    if (migration == null || migration.draft() || set.altered().contains(row.version())) {
      return;
    }
    if (!row.draft() && !migration.checksum().equals(row.checksum())) {
      String sentence =
          migration.name().upFile()
              + " counts as applied as it is now, "
              + migration.checksum()
              + ", instead of "
              + row.checksum()
              + "; nothing of it is run";
      possible.put(
          new Repair(Kind.ACCEPT, migration.name(), sentence),
          HistoryChange.accept(migration, row.checksum()));
    }
  }

  private void forget(HistoryRow row, Map<Repair, HistoryChange> possible) {
    if (set.listed().contains(row.version()) || row.isReplaceable()) {
      return;
    }
    String sentence =
        row.migration()
            + ", applied on "
            + row.appliedAt()
            + " by "
            + row.appliedBy()
            + ", is forgotten; what it has made stays";
    possible.put(
        new Repair(Kind.FORGET, row.migration(), sentence), HistoryChange.delete(row.version()));
  }

  private void decide(HistoryRow row, Map<Repair, HistoryChange> possible) {
    new InterruptionReader(set, row, Optional.empty())
        .read()
        .flatMap(stop -> stop.statement().map(next -> described(stop, next)))
        .ifPresent(statement -> decide(row, statement, possible));
  }

  private static String described(Interruption stop, SqlStatement next) {
    return "statement "
        + (stop.statementsDone() + 1)
        + " of "
        + stop.file()
        + " (line "
        + next.line()
        + ": "
        + next.excerpt(EXCERPT)
        + ")";
  }

  private static void decide(
      HistoryRow row, String statement, Map<Repair, HistoryChange> possible) {
    HistoryRow.State between =
        row.state().isReverting() ? HistoryRow.State.REVERTING : HistoryRow.State.RUNNING;
    int done = row.statementsDone();
    possible.put(
        new Repair(
            Kind.DONE,
            row.migration(),
            statement + " counts as done; the next run goes on after it"),
        HistoryChange.repaired(
            row.version(), between, done + 1, "statement " + (done + 1) + " called done"));
    if (row.state().inFlight()) {
      possible.put(
          new Repair(
              Kind.NOT_DONE,
              row.migration(),
              statement + " counts as not done; the next run begins with it"),
          HistoryChange.repaired(
              row.version(), between, done, "statement " + (done + 1) + " called not done"));
    }
  }
}
