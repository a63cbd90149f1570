package dev.varve.runtime;

import dev.varve.runtime.Repair.Kind;
import dev.varve.runtime.format.SqlStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
      if (row.doubtful()) {
        own(row, possible);
        continue;
      }
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
    for (Repair repair : new LinkedHashSet<>(chosen)) {
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

  /** It says no database's name, and a person knows that it is this one's. */
  private static void own(HistoryRow row, Map<Repair, HistoryChange> possible) {
    String sentence =
        row.migration()
            + ", applied on "
            + row.appliedAt()
            + " by "
            + row.appliedBy()
            + ", counts as this database's"
            + (row.draft() ? "; a draft that has changed or is gone is then reverted" : "");
    possible.put(
        new Repair(Kind.ACCEPT, row.migration(), sentence), HistoryChange.own(row.version()));
  }

  private void forget(HistoryRow row, Map<Repair, HistoryChange> possible) {
    boolean listed = set.listed().contains(row.version());
    boolean stuck = row.draft() && (row.state().isReverting() || !set.hasScript(row));
    if (listed && !stuck && !row.isBaseline()) {
      return;
    }
    String sentence =
        row.migration()
            + (row.isBaseline() ? ", a baseline of " : ", applied on ")
            + row.appliedAt()
            + " by "
            + row.appliedBy()
            + ", is forgotten; what it has made stays"
            + (listed ? ", and up() runs it from its beginning" : "");
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
