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

/**
 * Puts files and history side by side.
 *
 * @param liftsDrafts whether applied drafts give way to migrations that are older
 * @param backfills how far statements are that are run in batches, by version
 */
record StatusReader(
    MigrationSet set,
    List<HistoryRow> rows,
    boolean liftsDrafts,
    Map<String, BackfillProgress> backfills) {
  MigrationStatus read(Optional<LockHolder> lock, List<String> problems) {
    Map<String, HistoryRow> history = new HashMap<>();
    for (HistoryRow row : rows) {
      history.put(row.version(), row);
    }
    TreeSet<String> versions = new TreeSet<>(history.keySet());
    versions.addAll(set.byVersion().keySet());
    String newest = newestInPlace();
    List<Entry> entries = new ArrayList<>();
    for (String version : versions) {
      HistoryRow row = history.get(version);
      Migration migration = set.byVersion().get(version);
      if (row != null) {
        entries.add(entry(row, migration, lock));
      } else if (migration != null) {
        entries.add(pending(migration, newest));
      }
    }
    return new MigrationStatus(set.engine().directory(), lock, entries, problems);
  }

  private String newestInPlace() {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (!liftsDrafts || !rows.get(i).draft()) {
        return rows.get(i).version();
      }
    }
    return "";
  }

  private static Entry pending(Migration migration, String newest) {
    boolean late = migration.name().version().compareTo(newest) < 0;
    return new Entry(
        migration.name(),
        late ? State.OUT_OF_ORDER : State.PENDING,
        migration.draft(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }

  private Entry entry(HistoryRow row, @Nullable Migration migration, Optional<LockHolder> lock) {
    return new Entry(
        row.migration(),
        state(row, migration, lock.isPresent()),
        row.draft(),
        Optional.of(row.appliedAt()),
        Optional.of(row.appliedBy()),
        row.statementsDone(),
        new InterruptionReader(set, row, Optional.ofNullable(backfills.get(row.version())))
            .read()
            .map(stop -> lock.map(stop::goingOn).orElse(stop)),
        Optional.ofNullable(row.note()));
  }

  private static State state(HistoryRow row, @Nullable Migration migration, boolean locked) {
    if (migration == null) {
      return State.MISSING;
    }
    if (!migration.checksum().equals(row.checksum())) {
      return State.CHANGED;
    }
    if (row.state() == HistoryRow.State.APPLIED) {
      return State.APPLIED;
    }
    return locked ? State.RUNNING : State.INTERRUPTED;
  }
}
