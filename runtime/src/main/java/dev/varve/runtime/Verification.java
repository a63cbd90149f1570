package dev.varve.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what was applied with what is here. A draft may differ: it is replaced. */
record Verification(MigrationSet set) {
  /**
   * What a newer release has applied to the database: it is not here, and newer than all that is
   * here. A program that has nothing to apply itself can go on beside it.
   */
  List<HistoryRow> ahead(List<HistoryRow> rows) {
    String newest = set.listed().stream().max(Comparator.naturalOrder()).orElse("");
    List<HistoryRow> ahead = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0 && !newest.isEmpty(); i--) {
      HistoryRow row = rows.get(i);
      if (row.version().compareTo(newest) <= 0) {
        break;
      }
      if (!row.draft() && !row.doubtful() && !row.state().isReverting()) {
        ahead.add(0, row);
      }
    }
    return ahead;
  }

  /** What does not agree, a sentence each. */
  List<String> problems(List<HistoryRow> rows) {
    return problems(rows, List.of());
  }

  /** The same without some of the rows. */
  List<String> problems(List<HistoryRow> rows, List<HistoryRow> ahead) {
    Set<String> newer = new HashSet<>();
    ahead.forEach(row -> newer.add(row.version()));
    List<String> problems = new ArrayList<>();
    for (HistoryRow row : rows) {
      Migration migration = set.byVersion().get(row.version());
      if (row.isReplaceable() || newer.contains(row.version())) {
        continue;
      }
      if (row.doubtful()) {
        problems.add(doubtful(row));
      } else if (!set.listed().contains(row.version())) {
        problems.add(
            row.migration()
                + " was applied on "
                + row.appliedAt()
                + ", but is not here; is this an older release, or another database's folder?");
      } else if (migration != null && !migration.checksum().equals(row.checksum())) {
        problems.add(changed(row, migration));
      } else if (migration != null && migration.draft() && !row.draft()) {
        problems.add(
            row.migration()
                + " is a draft in varve.lock, whose scripts may change, but was applied on "
                + row.appliedAt()
                + " as a sealed one; restore varve.lock, or seal it");
      }
    }
    return problems;
  }

  private static String doubtful(HistoryRow row) {
    return row.migration()
        + " was applied on "
        + row.appliedAt()
        + ", when the history did not say yet whose a migration is, and is not here so: it may be"
        + " another database's. Say up() with that one's migrations once, which puts its name to"
        + " them; or, if it is this one's, repair(ACCEPT "
        + row.version()
        + ")";
  }

  private static String changed(HistoryRow row, Migration migration) {
    return migration.name().upFile()
        + " has changed since it was applied on "
        + row.appliedAt()
        + ": it was "
        + row.checksum()
        + ", it is "
        + migration.checksum()
        + "; restore the file, and put the change into a new migration, or, if it was on purpose,"
        + " repair(ACCEPT "
        + row.version()
        + ')';
  }
}
