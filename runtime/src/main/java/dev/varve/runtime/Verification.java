package dev.varve.runtime;

import java.util.ArrayList;
import java.util.List;

/** Compares what was applied with what is here. A draft may differ: it is replaced. */
record Verification(MigrationSet set) {
  /** What does not agree, a sentence each. */
  List<String> problems(List<HistoryRow> rows) {
    List<String> problems = new ArrayList<>();
    for (HistoryRow row : rows) {
      Migration migration = set.byVersion().get(row.version());
      if (row.isReplaceable()) {
        continue;
      }
      if (!set.listed().contains(row.version())) {
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

  private static String changed(HistoryRow row, Migration migration) {
    return migration.name().upFile()
        + " has changed since it was applied on "
        + row.appliedAt()
        + ": it was "
        + row.checksum()
        + ", it is "
        + migration.checksum()
        + "; restore the file, and put the change into a new migration";
  }
}
