package dev.varve.runtime;

import dev.varve.runtime.Settings.Permission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plans what leads from a history to the newest migration, or to a given one.
 *
 * <p>Applied drafts lie on top of all else: one that has changed, that is gone or that is newer
 * than a migration still to be applied is reverted first, by the down script that the history
 * keeps, and applied again if it is still here. The reverts share one transaction with the first
 * migration that follows them, so that a draft that fails leaves its predecessor in place.
 */
final class UpPlanner implements Goal {
  private static final String COMPILED =
      "; if db/ has that sealed already, compile again: a program carries what it was compiled"
          + " with";

  private final MigrationSet set;
  private final Settings settings;
  private final Optional<String> target;

  /** A goal is planned for several times. */
  private final Map<String, Script> scripts = new HashMap<>();

  UpPlanner(MigrationSet set, Settings settings, Optional<String> target) {
    this.set = set;
    this.settings = settings;
    this.target = target;
  }

  @Override
  public Plan plan(List<HistoryRow> rows) {
    return new Draft(rows).plan();
  }

  /** One plan in the making. */
  private final class Draft {
    private final List<HistoryRow> rows;
    private final List<String> problems;
    private final SortedMap<String, HistoryRow> kept = new TreeMap<>();
    private final SortedMap<String, HistoryRow> reverted = new TreeMap<>();
    private final SortedMap<String, Migration> pending = new TreeMap<>();
    private final List<Unit> units = new ArrayList<>();

    Draft(List<HistoryRow> rows) {
      this.rows = rows;
      this.problems = new ArrayList<>(set.problems());
    }

    Plan plan() {
      Verification verification = new Verification(set);
      List<HistoryRow> ahead = verification.ahead(rows);
      problems.addAll(verification.problems(rows, ahead));
      sortRows();
      findPending();
      if (settings.liftsDrafts()) {
        liftDrafts();
      }
      refuseDrafts();
      refuseOutOfOrder();
      try {
        adopt();
        revertAndApply();
      } catch (MigrationException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
      boolean nothing = pending.isEmpty() && reverted.isEmpty();
      if (!nothing || !problems.isEmpty()) {
        problems.addAll(verification.problems(ahead, List.of()));
      }
      return new Plan(rows, units, problems, ahead);
    }

    private void sortRows() {
      Set<String> changed = changedDrafts();
      for (HistoryRow row : rows) {
        if (row.state().isReverting()) {
          problems.add(row.migration() + " is reverted only in part; run down again first");
        }
        if (row.isReplaceable() && isStale(row)) {
          revert(row);
        } else if (row.isReplaceable() && changed.contains(row.version())) {
          reverted.put(row.version(), row);
        } else {
          kept.put(row.version(), row);
        }
      }
    }

    /**
     * All files of a draft go together: what one has done to rows, only another may take back, as
     * the values of a column that it has filled.
     */
    private Set<String> changedDrafts() {
      Set<String> changed = new HashSet<>();
      List<HistoryRow> draft = new ArrayList<>();
      for (HistoryRow row : rows) {
        if (!draft.isEmpty() && !row.follows(draft.get(draft.size() - 1))) {
          addChanged(draft, changed);
          draft.clear();
        }
        draft.add(row);
      }
      addChanged(draft, changed);
      return changed;
    }

    private void addChanged(List<HistoryRow> draft, Set<String> changed) {
      if (draft.stream().anyMatch(row -> row.isReplaceable() && isStale(row))) {
        draft.forEach(row -> changed.add(row.version()));
      }
    }

    private boolean isStale(HistoryRow row) {
      Migration migration = set.byVersion().get(row.version());
      return migration == null || !migration.checksum().equals(row.checksum());
    }

    private void revert(HistoryRow row) {
      reverted.put(row.version(), row);
      if (!settings.allow(Permission.DRAFTS)) {
        problems.add(
            row.migration()
                + " was applied as a draft and "
                + (set.listed().contains(row.version()) ? "has changed since" : "is gone")
                + "; allowDrafts() reverts it with the down script it had then");
      }
    }

    private void findPending() {
      for (Migration migration : set.byVersion().values()) {
        HistoryRow row = kept.get(migration.name().version());
        if (wanted(migration) && (row == null || row.state().isRunning())) {
          pending.put(migration.name().version(), migration);
        }
      }
    }

    private boolean wanted(Migration migration) {
      return target.isEmpty() || migration.name().version().compareTo(target.get()) <= 0;
    }

    private void liftDrafts() {
      if (pending.isEmpty()) {
        return;
      }
      SortedMap<String, HistoryRow> newer = new TreeMap<>(kept.tailMap(pending.firstKey()));
      for (HistoryRow row : newer.values()) {
        Migration migration = set.byVersion().get(row.version());
        if (row.isReplaceable() && row.state() == HistoryRow.State.APPLIED && migration != null) {
          kept.remove(row.version());
          revert(row);
          if (wanted(migration)) {
            pending.put(row.version(), migration);
          }
        }
      }
    }

    /** In one sentence: a change often has several files, and all are sealed together. */
    private void refuseDrafts() {
      List<String> drafts = new ArrayList<>();
      for (Migration migration : pending.values()) {
        if (migration.draft() && !settings.allow(Permission.DRAFTS)) {
          drafts.add(migration.name().toString());
        }
      }
      if (drafts.isEmpty()) {
        return;
      }
      boolean one = drafts.size() == 1;
      problems.add(
          String.join(", ", drafts)
              + (one ? " is a draft" : " are drafts")
              + ", which may still change; seal "
              + (one ? "it" : "them")
              + " (varve seal, or compile once with -Avarve.seal=name), or say allowDrafts() where"
              + " data may be lost"
              + (settings.location().directory().isPresent() ? "" : COMPILED));
    }

    private void refuseOutOfOrder() {
      if (settings.allow(Permission.OUT_OF_ORDER) || kept.isEmpty()) {
        return;
      }
      HistoryRow newest = kept.get(kept.lastKey());
      for (Migration migration : pending.headMap(newest.version()).values()) {
        if (!kept.containsKey(migration.name().version())) {
          problems.add(
              migration.name()
                  + " is older than "
                  + newest.migration()
                  + ", which is applied; give it a newer version, or say allowOutOfOrder() if the"
                  + " two do not depend on each other");
        }
      }
    }

    private void adopt() {
      for (HistoryRow row : kept.values()) {
        Migration migration = set.byVersion().get(row.version());
        if (migration != null && row.draft() && isOtherwise(row, migration)) {
          units.add(Unit.of(Step.Adopt.of(migration, set.engine())));
        }
      }
    }

    private boolean isOtherwise(HistoryRow row, Migration migration) {
      return row.checksum().equals(migration.checksum())
          && (!migration.draft()
              || !row.name().equals(migration.name().name())
              || !row.down().equals(migration.down()));
    }

    private void revertAndApply() {
      List<Step> together = new ArrayList<>();
      for (HistoryRow row : descending(reverted)) {
        Step revert = new Step.Revert(row, new DraftRevert(set, row).script(), false);
        if (transactional(revert)) {
          together.add(revert);
        } else {
          flush(together);
          units.add(Unit.of(revert));
        }
      }
      for (Migration migration : pending.values()) {
        Step apply = apply(migration);
        if (!together.isEmpty() && transactional(apply)) {
          together.add(apply);
          flush(together);
        } else {
          flush(together);
          units.add(Unit.of(apply));
        }
      }
      flush(together);
    }

    private void flush(List<Step> together) {
      if (!together.isEmpty()) {
        units.add(new Unit(together));
        together.clear();
      }
    }

    /** What "varve create" writes says what to write, and that alone. */
    private void refuseEmpty(Migration migration, Script script) {
      boolean refuses = script.directives().irreversible().isPresent();
      if (migration.draft() && script.statements().isEmpty() && !refuses) {
        problems.add(
            script.file()
                + " is a draft without a statement; write it, or delete both of its scripts and"
                + " compile");
      }
    }

    private Step apply(Migration migration) {
      HistoryRow row = kept.get(migration.name().version());
      Script script =
          scripts.computeIfAbsent(
              migration.name().version(), version -> migration.upScript(set.engine()));
      refuseEmpty(migration, script);
      return new Step.Apply(migration, script, Optional.ofNullable(row));
    }
  }

  private static boolean transactional(Step step) {
    return step.script().directives().transactional();
  }

  private static List<HistoryRow> descending(SortedMap<String, HistoryRow> rows) {
    List<HistoryRow> list = new ArrayList<>(rows.values());
    Collections.reverse(list);
    return list;
  }
}
