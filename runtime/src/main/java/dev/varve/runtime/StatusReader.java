package dev.varve.runtime;

import dev.varve.runtime.MigrationStatus.Entry;
import dev.varve.runtime.MigrationStatus.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts files and history side by side. */
record StatusReader(MigrationSet set, List<HistoryRow> rows) {
  MigrationStatus read(List<String> problems) {
    Map<String, HistoryRow> history = new HashMap<>();
    for (HistoryRow row : rows) {
      history.put(row.version(), row);
    }
    TreeSet<String> versions = new TreeSet<>(history.keySet());
    versions.addAll(set.byVersion().keySet());
    List<Entry> entries = new ArrayList<>();
    for (String version : versions) {
      HistoryRow row = history.get(version);
      Migration migration = set.byVersion().get(version);
      if (row != null) {
        entries.add(entry(row, migration));
      } else if (migration != null) {
        entries.add(
            new Entry(migration.name(), State.PENDING, migration.draft(), Optional.empty(), 0));
      }
    }
    return new MigrationStatus(set.engine().directory(), entries, problems);
  }

  private static Entry entry(HistoryRow row, @Nullable Migration migration) {
    return new Entry(
        row.migration(),
        state(row, migration),
        row.draft(),
        Optional.of(row.appliedAt()),
        row.statementsDone());
  }

  private static State state(HistoryRow row, @Nullable Migration migration) {
    if (migration == null) {
      return State.MISSING;
    }
    if (!migration.checksum().equals(row.checksum())) {
      return State.CHANGED;
    }
    return row.state() == HistoryRow.State.APPLIED ? State.APPLIED : State.INTERRUPTED;
  }
}
