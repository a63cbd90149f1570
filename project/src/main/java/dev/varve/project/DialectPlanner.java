package dev.varve.project;

import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which migrations one dialect shall have. */
final class DialectPlanner {
  private final Layout layout;
  private final Dialect dialect;
  private final StoredMigrations stored;
  private final DraftVersions versions;
  private final List<Path> edited = new ArrayList<>();

  DialectPlanner(Layout layout, Dialect dialect, StoredMigrations stored, DraftVersions versions) {
    this.layout = layout;
    this.dialect = dialect;
    this.stored = stored;
    this.versions = versions;
  }

  /**
   * The sealed migrations, and the drafts that the records ask for; instead of them those of which
   * a person edited one, as long as the records ask for what they did before.
   */
  WantedMigrations wanted(List<Draft> drafts) throws FileProblem {
    Map<String, String> generated = new HashMap<>();
    for (Draft draft : drafts) {
      generated.put(draft.entry().migration().upFile(), draft.up());
      generated.put(draft.entry().migration().downFile(), draft.down());
    }
    refuseUnknown(generated);
    WantedMigrations wanted = lasting();
    findEdited(generated);
    if (edited.isEmpty()) {
      drafts.forEach(wanted::add);
    } else {
      refuseChanges(drafts);
      for (LockEntry entry : stored.generated()) {
        keep(wanted, entry);
      }
    }
    return wanted;
  }

  /**
   * The migrations that are there, where no records say what the drafts should be.
   *
   * @param name what those are called that follow from the records; empty: as they are now. Those
   *     of which a person edited one keep their names too
   */
  WantedMigrations asTheyAre(Optional<String> name) throws FileProblem {
    refuseUnknown(Map.of());
    WantedMigrations wanted = lasting();
    findEdited(Map.of());
    for (LockEntry entry : stored.generated()) {
      if (name.isPresent() && edited.isEmpty()) {
        addRenamed(wanted, entry, name.get());
      } else {
        keep(wanted, entry);
      }
    }
    return wanted;
  }

  private void addRenamed(WantedMigrations wanted, LockEntry entry, String name) {
    MigrationName given = entry.migration();
    MigrationName called = DraftNames.sealed(given, name, stored.generated().size());
    wanted.add(
        new LockEntry(called, LockEntry.State.DRAFT, entry.up(), entry.down()),
        stored.script(given.upFile()).map(text -> Draft.renamed(text, given, called)),
        stored.script(given.downFile()).map(text -> Draft.renamed(text, given, called)));
  }

  /** Those that no records change: the sealed ones, and what a person writes. */
  private WantedMigrations lasting() throws FileProblem {
    WantedMigrations wanted = new WantedMigrations(stored.lock().snapshot());
    wanted.named(stored.lock().database());
    for (LockEntry sealed : stored.sealed()) {
      keep(wanted, sealed);
    }
    for (LockEntry entry : stored.byHand()) {
      refuseConflict(entry.migration().upFile());
      refuseConflict(entry.migration().downFile());
      MigrationName name =
          new MigrationName(versions.byHand(entry.migration().version()), entry.migration().name());
      wanted.add(
          new LockEntry(name, LockEntry.State.DRAFT, entry.up(), entry.down(), true),
          stored.script(entry.migration().upFile()),
          stored.script(entry.migration().downFile()));
    }
    return wanted;
  }

  /** The scripts of drafts that a person edited. */
  List<Path> edited() {
    return edited;
  }

  private void keep(WantedMigrations wanted, LockEntry entry) {
    wanted.add(
        entry,
        stored.script(entry.migration().upFile()),
        stored.script(entry.migration().downFile()));
  }

  /**
   * A compiler that was killed while it wrote may have left scripts that no lock file lists yet:
   * those that we would write anyway are nobody's.
   */
  private void refuseUnknown(Map<String, String> generated) throws FileProblem {
    List<String> unknown = new ArrayList<>();
    for (String file : stored.unknownScripts()) {
      if (!stored.script(file).equals(Optional.ofNullable(generated.get(file)))) {
        unknown.add(file);
      }
    }
    if (!unknown.isEmpty()) {
      throw StoredChecks.unknown(layout, dialect, unknown);
    }
  }

  private void findEdited(Map<String, String> generated) throws FileProblem {
    for (LockEntry entry : stored.generated()) {
      findEdited(entry.migration().upFile(), entry.up(), generated);
      findEdited(entry.migration().downFile(), entry.down(), generated);
    }
  }

  private void findEdited(String file, String checksum, Map<String, String> generated)
      throws FileProblem {
    boolean ours = stored.script(file).equals(Optional.ofNullable(generated.get(file)));
    if (ours || !stored.differs(file, checksum)) {
      return;
    }
    refuseConflict(file);
    edited.add(layout.script(dialect, file));
  }

  private void refuseConflict(String file) throws FileProblem {
    int conflict = ConflictMarkers.firstLine(stored.script(file).orElse(""));
    if (conflict > 0) {
      throw new FileProblem(
          FileMessage.DRAFT_IN_CONFLICT,
          layout.script(dialect, file).toString(),
          Integer.toString(conflict));
    }
  }

  private void refuseChanges(List<Draft> drafts) throws FileProblem {
    List<LockEntry> before = stored.generated();
    boolean unchanged = before.size() == drafts.size();
    for (int i = 0; unchanged && i < before.size(); i++) {
      unchanged = drafts.get(i).isWhatWas(before.get(i));
    }
    if (!unchanged) {
      throw new FileProblem(FileMessage.DRAFT_OUTDATED, edited.get(0).toString());
    }
  }
}
