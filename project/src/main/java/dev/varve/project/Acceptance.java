package dev.varve.project;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets lock files say what a person has made of sealed scripts, on purpose. */
final class Acceptance {
  private static final String ADVICE = "correct it, or restore it from version control";

  private final Layout layout;
  private final DirectoryReader reader;
  private final Set<Dialect> dialects;

  Acceptance(Layout layout, DirectoryReader reader, Set<Dialect> dialects) {
    this.layout = layout;
    this.reader = reader;
    this.dialects = dialects;
  }

  /** The scripts of a sealed migration that aren't what the lock file says. */
  List<ChangedScript> changed(String version) throws FileProblem {
    List<ChangedScript> changed = new ArrayList<>();
    for (Dialect dialect : dialects) {
      StoredMigrations stored = reader.migrations(dialect);
      for (LockEntry entry : stored.sealed()) {
        MigrationName migration = entry.migration();
        if (migration.version().equals(version)) {
          add(changed, dialect, stored, migration, migration.upFile(), entry.up());
          add(changed, dialect, stored, migration, migration.downFile(), entry.down());
        }
      }
    }
    return changed;
  }

  private void add(
      List<ChangedScript> changed,
      Dialect dialect,
      StoredMigrations stored,
      MigrationName migration,
      String file,
      String sealed)
      throws FileProblem {
    String text = stored.scripts().get(file);
    if (text == null) {
      throw new FileProblem(
          FileMessage.SEALED_MISSING,
          layout.script(dialect, file).toString(),
          layout.lock(dialect).toString());
    }
    String found = Checksum.of(text);
    if (!found.equals(sealed)) {
      new SealChecks(layout).check(dialect, text, file, ADVICE);
      changed.add(
          new ChangedScript(dialect, migration, layout.script(dialect, file), sealed, found));
    }
  }

  /** Writes what was shown: a file that changed since is found to have changed again. */
  void accept(List<ChangedScript> scripts) throws FileProblem, IOException {
    Map<String, String> checksums = new HashMap<>();
    for (ChangedScript script : scripts) {
      checksums.put(script.script().toString(), script.found());
    }
    FileBatch batch = new FileBatch(layout);
    for (Dialect dialect : dialects) {
      LockFile lock = reader.migrations(dialect).lock();
      List<LockEntry> entries = new ArrayList<>();
      for (LockEntry entry : lock.entries()) {
        entries.add(
            new LockEntry(
                entry.migration(),
                entry.state(),
                sum(checksums, dialect, entry.migration().upFile(), entry.up()),
                sum(checksums, dialect, entry.migration().downFile(), entry.down()),
                entry.byHand()));
      }
      batch.put(
          layout.lock(dialect), new LockFile(entries, lock.snapshot(), lock.database()).write());
    }
    batch.lasting();
    batch.commit();
  }

  private String sum(
      Map<String, String> checksums, Dialect dialect, String file, String otherwise) {
    return checksums.getOrDefault(layout.script(dialect, file).toString(), otherwise);
  }
}
