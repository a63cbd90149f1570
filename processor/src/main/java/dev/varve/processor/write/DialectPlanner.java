package dev.varve.processor.write;

import dev.varve.processor.Message;
import dev.varve.runtime.format.LockEntry;
import dev.varve.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides which migrations one dialect shall have. */
final class DialectPlanner {
  private final Layout layout;
  private final Dialect dialect;
  private final StoredMigrations stored;
  private final List<Path> edited = new ArrayList<>();

  DialectPlanner(Layout layout, Dialect dialect, StoredMigrations stored) {
    this.layout = layout;
    this.dialect = dialect;
    this.stored = stored;
  }

  /**
   * The sealed migrations, and the draft that the records ask for; instead of it those that a
   * person edited, as long as the records ask for what they did before.
   */
  WantedMigrations wanted(Optional<Draft> draft) throws FileProblem {
    WantedMigrations wanted = new WantedMigrations(stored.lock().snapshot());
    for (LockEntry sealed : stored.sealed()) {
      keep(wanted, sealed);
    }
    findEdited(draft);
    if (edited.isEmpty()) {
      draft.ifPresent(wanted::add);
    } else {
      refuseChanges(draft);
      for (LockEntry entry : stored.drafts()) {
        keep(wanted, entry);
      }
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

  private void findEdited(Optional<Draft> draft) throws FileProblem {
    for (LockEntry entry : stored.drafts()) {
      findEdited(entry.migration().upFile(), entry.up(), draft.map(Draft::up));
      findEdited(entry.migration().downFile(), entry.down(), draft.map(Draft::down));
    }
  }

  private void findEdited(String file, String checksum, Optional<String> wanted)
      throws FileProblem {
    if (isAsWanted(file, wanted) || !stored.differs(file, checksum)) {
      return;
    }
    Path path = layout.script(dialect, file);
    int conflict = ConflictMarkers.firstLine(stored.script(file).orElse(""));
    if (conflict > 0) {
      throw new FileProblem(Message.DRAFT_IN_CONFLICT, path.toString(), Integer.toString(conflict));
    }
    edited.add(path);
  }

  /**
   * A compiler that was killed while it wrote may have left new scripts beside an old lock file:
   * what we would write anyway is nobody's edit.
   */
  private boolean isAsWanted(String file, Optional<String> wanted) {
    return stored.script(file).equals(wanted);
  }

  private void refuseChanges(Optional<Draft> draft) throws FileProblem {
    List<LockEntry> drafts = stored.drafts();
    boolean unchanged =
        drafts.size() == 1 && draft.isPresent() && draft.get().isWhatWas(drafts.get(0));
    if (!unchanged) {
      throw new FileProblem(Message.DRAFT_OUTDATED, edited.get(0).toString());
    }
  }
}
