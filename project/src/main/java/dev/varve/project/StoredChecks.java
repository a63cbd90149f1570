package dev.varve.project;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares lock files with what they lock.
 *
 * @param layout where the files lie, for messages
 */
record StoredChecks(Layout layout) {
  /** Sealed scripts are what they were. */
  void checkSealed(Dialect dialect, StoredMigrations stored) throws FileProblem {
    for (LockEntry entry : stored.sealed()) {
      MigrationName migration = entry.migration();
      checkSealed(dialect, stored, migration, migration.upFile(), entry.up());
      checkSealed(dialect, stored, migration, migration.downFile(), entry.down());
    }
  }

  /** There are scripts that the lock file doesn't know. */
  static FileProblem unknown(Layout layout, Dialect dialect, List<String> files) {
    List<String> paths = new ArrayList<>();
    for (String file : files) {
      paths.add(layout.script(dialect, file).toString());
    }
    return new FileProblem(
        FileMessage.SCRIPT_UNKNOWN,
        String.join(", ", paths),
        files.size() == 1 ? "is" : "are",
        layout.lock(dialect).toString());
  }

  private void checkSealed(
      Dialect dialect,
      StoredMigrations stored,
      MigrationName migration,
      String file,
      String checksum)
      throws FileProblem {
    Path lock = layout.lock(dialect);
    Path path = layout.script(dialect, file);
    Optional<String> found = stored.script(file).map(Checksum::of);
    if (found.isEmpty()) {
      throw new FileProblem(FileMessage.SEALED_MISSING, path.toString(), lock.toString());
    }
    if (!found.get().equals(checksum)) {
      throw new FileProblem(
          FileMessage.SEALED_CHANGED,
          path.toString(),
          lock.toString(),
          checksum,
          found.get(),
          migration.version());
    }
  }

  /** Where there are sealed migrations, the snapshot is the one that they lead to. */
  void checkSnapshot(Map<Dialect, StoredMigrations> migrations, Optional<String> snapshot)
      throws FileProblem {
    Optional<String> found = snapshot.map(StoredChecks::checksum);
    boolean isThatOfSome = false;
    for (StoredMigrations stored : migrations.values()) {
      isThatOfSome |= found.isPresent() && found.equals(stored.lock().snapshot());
    }
    for (Map.Entry<Dialect, StoredMigrations> one : migrations.entrySet()) {
      Optional<String> expected = one.getValue().lock().snapshot();
      boolean isExpected = expected.isPresent() || !one.getValue().sealed().isEmpty();
      if (isExpected && (expected.isEmpty() || !found.equals(expected))) {
        throw wrongSnapshot(one.getKey(), expected, found, isThatOfSome);
      }
    }
  }

  /** Only what a merge may have left can be repaired. */
  private FileProblem wrongSnapshot(
      Dialect dialect, Optional<String> expected, Optional<String> found, boolean isThatOfSome) {
    String snapshot = layout.snapshot().toString();
    String lock = layout.lock(dialect).toString();
    if (found.isEmpty()) {
      return new FileProblem(FileMessage.SNAPSHOT_LOST, snapshot, lock);
    }
    if (isThatOfSome && expected.isPresent()) {
      String behind = layout.dialect(dialect).toString();
      return new FileProblem(FileMessage.DIALECT_BEHIND, lock, snapshot, behind);
    }
    return new FileProblem(
        FileMessage.SNAPSHOT_CHANGED,
        snapshot,
        found.get(),
        expected.orElse("any that is known"),
        lock);
  }

  /** The checksum of JSON, the same where version control turned LF into CRLF. */
  static String checksum(String json) {
    return Checksum.ofBytes(json.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
  }
}
