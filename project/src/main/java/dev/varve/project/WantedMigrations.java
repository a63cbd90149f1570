package dev.varve.project;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.runtime.format.MigrationName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The migrations of one dialect as they shall be. */
final class WantedMigrations {
  private final Optional<String> snapshot;
  private Optional<String> database = Optional.empty();
  private final List<LockEntry> entries = new ArrayList<>();
  private final SortedMap<String, String> scripts = new TreeMap<>();

  /**
   * No migrations yet.
   *
   * @param snapshot the checksum of the snapshot that the sealed ones lead to
   */
  WantedMigrations(Optional<String> snapshot) {
    this.snapshot = snapshot;
  }

  /** Says what the database is called. */
  void named(Optional<String> name) {
    database = name;
  }

  /** Adds a migration with these scripts; one that doesn't exist is left out. */
  void add(LockEntry entry, Optional<String> up, Optional<String> down) {
    entries.add(entry);
    up.ifPresent(text -> scripts.put(entry.migration().upFile(), text));
    down.ifPresent(text -> scripts.put(entry.migration().downFile(), text));
  }

  /** Adds a draft. */
  void add(Draft draft) {
    add(draft.entry(), Optional.of(draft.up()), Optional.of(draft.down()));
  }

  LockFile lock() {
    return new LockFile(entries, snapshot, database);
  }

  /** The scripts' texts by the names of their files. */
  SortedMap<String, String> scripts() {
    return scripts;
  }

  /** The drafts of one kind, those that a person writes or those that follow from the records. */
  List<LockEntry> drafts(boolean byHand) {
    List<LockEntry> drafts = new ArrayList<>();
    for (LockEntry entry : entries) {
      if (entry.state() == LockEntry.State.DRAFT && entry.byHand() == byHand) {
        drafts.add(entry);
      }
    }
    return drafts;
  }

  /**
   * The same with every draft sealed as its scripts are.
   *
   * @param name what those that follow from the records are called; empty: as they are now
   */
  WantedMigrations sealed(Optional<String> name, String snapshotChecksum) {
    WantedMigrations sealed = new WantedMigrations(Optional.of(snapshotChecksum));
    sealed.named(database);
    int count = drafts(false).size();
    for (LockEntry entry : entries) {
      String up = scripts.getOrDefault(entry.migration().upFile(), "");
      String down = scripts.getOrDefault(entry.migration().downFile(), "");
      LockEntry as = entry;
      if (entry.state() == LockEntry.State.DRAFT) {
        MigrationName given = entry.migration();
        MigrationName called =
            entry.byHand() || name.isEmpty() ? given : DraftNames.sealed(given, name.get(), count);
        as = new LockEntry(called, LockEntry.State.SEALED, Checksum.of(up), Checksum.of(down));
      }
      sealed.add(as, Optional.of(up), Optional.of(down));
    }
    return sealed;
  }
}
