package dev.varve.project;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.schema.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      checkSealed(dialect, stored, entry.migration().upFile(), entry.up());
      checkSealed(dialect, stored, entry.migration().downFile(), entry.down());
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

  private void checkSealed(Dialect dialect, StoredMigrations stored, String file, String checksum)
      throws FileProblem {
    Path lock = layout.lock(dialect);
    Path path = layout.script(dialect, file);
    Optional<String> found = stored.script(file).map(Checksum::of);
    if (found.isEmpty()) {
      throw new FileProblem(FileMessage.SEALED_MISSING, path.toString(), lock.toString());
    }
    if (!found.get().equals(checksum)) {
      throw new FileProblem(
          FileMessage.SEALED_CHANGED, path.toString(), lock.toString(), checksum, found.get());
    }
  }

  /** Where there are sealed migrations, the snapshot is the one that they lead to. */
  void checkSnapshot(Dialect dialect, StoredMigrations stored, Optional<String> snapshot)
      throws FileProblem {
    Optional<String> expected = stored.lock().snapshot();
    if (expected.isEmpty() && stored.sealed().isEmpty()) {
      return;
    }
    Optional<String> found = snapshot.map(StoredChecks::checksum);
    if (expected.isEmpty() || found.isEmpty() || !found.equals(expected)) {
      throw new FileProblem(
          FileMessage.SNAPSHOT_CHANGED,
          layout.snapshot().toString(),
          difference(expected, found),
          layout.lock(dialect).toString());
    }
  }

  private static String difference(Optional<String> expected, Optional<String> found) {
    if (found.isEmpty()) {
      return "is missing";
    }
    return "has the checksum " + found.get() + ", not " + expected.orElse("any that is known");
  }

  /** The checksum of JSON, the same where version control turned LF into CRLF. */
  static String checksum(String json) {
    return Checksum.ofBytes(json.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
  }
}
