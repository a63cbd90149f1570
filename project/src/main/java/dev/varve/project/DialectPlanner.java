package dev.varve.project;

import dev.varve.runtime.format.LockEntry;
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
  private final List<Path> edited = new ArrayList<>();

  DialectPlanner(Layout layout, Dialect dialect, StoredMigrations stored) {
    this.layout = layout;
    this.dialect = dialect;
    this.stored = stored;
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
    WantedMigrations wanted = new WantedMigrations(stored.lock().snapshot());
    wanted.named(stored.lock().database());
    for (LockEntry sealed : stored.sealed()) {
      keep(wanted, sealed);
    }
    findEdited(generated);
    if (edited.isEmpty()) {
      drafts.forEach(wanted::add);
    } else {
      refuseChanges(drafts);
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
    for (LockEntry entry : stored.drafts()) {
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
    Path path = layout.script(dialect, file);
    int conflict = ConflictMarkers.firstLine(stored.script(file).orElse(""));
    if (conflict > 0) {
      throw new FileProblem(
          FileMessage.DRAFT_IN_CONFLICT, path.toString(), Integer.toString(conflict));
    }
    edited.add(path);
  }

  private void refuseChanges(List<Draft> drafts) throws FileProblem {
    List<LockEntry> before = stored.drafts();
    boolean unchanged = before.size() == drafts.size();
    for (int i = 0; unchanged && i < before.size(); i++) {
      unchanged = drafts.get(i).isWhatWas(before.get(i));
    }
    if (!unchanged) {
      throw new FileProblem(FileMessage.DRAFT_OUTDATED, edited.get(0).toString());
    }
  }
}
