package dev.varve.runtime;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The migrations that are here, and what is wrong with their files.
 *
 * @param engine what they are written for
 * @param database the name of the database they are for, or empty where nobody says it
 * @param byVersion each by its version, those with a problem too, as far as they can be read
 * @param listed the versions that the lock file names, whether their files can be read or not
 * @param altered the versions of sealed ones of which a script isn't what the lock file says
 * @param problems what disagrees with the lock file, a sentence each
 */
record MigrationSet(
    Engine engine,
    Optional<String> database,
    SortedMap<String, Migration> byVersion,
    Set<String> listed,
    Set<String> altered,
    List<String> problems) {
  /** No migrations. */
  static final MigrationSet NONE =
      new MigrationSet(
          Engine.SQLITE, Optional.empty(), new TreeMap<>(), Set.of(), Set.of(), List.of());

  /**
   * Reads all files.
   *
   * @throws MigrationException if there is no lock file or it cannot be understood
   */
  static MigrationSet read(MigrationFiles files, Engine engine) {
    return new Reader(files, engine).read();
  }

  /** Whether the migration of this row is here, as it was applied. */
  boolean holds(HistoryRow row) {
    Migration migration = byVersion.get(row.version());
    return migration != null
        && migration.name().name().equals(row.name())
        && migration.checksum().equals(row.checksum());
  }

  /** Whether the up script of this row is here as it was applied, whatever it is called now. */
  boolean hasScript(HistoryRow row) {
    Migration migration = byVersion.get(row.version());
    return migration != null && migration.checksum().equals(row.checksum());
  }

  private static final class Reader {
    private static final int MANY = 50;

    private final MigrationFiles files;
    private final Engine engine;
    private final SortedMap<String, Migration> byVersion = new TreeMap<>();
    private final Set<String> altered = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    Reader(MigrationFiles files, Engine engine) {
      this.files = files;
      this.engine = engine;
    }

    MigrationSet read() {
      LockFile lock = lockFile();
      Set<String> known = new HashSet<>();
      Set<String> listed = new HashSet<>();
      for (LockEntry entry : lock.entries()) {
        listed.add(entry.migration().version());
        known.add(entry.migration().upFile());
        known.add(entry.migration().downFile());
      }
      read(lock.entries()).forEach(this::add);
      for (String script : files.scripts()) {
        if (!known.contains(script)) {
          problems.add(script + " is not in " + Bundle.LOCK_FILE + "; seal it, or remove the file");
        }
      }
      return new MigrationSet(
          engine,
          database(lock),
          byVersion,
          Set.copyOf(listed),
          Set.copyOf(altered),
          List.copyOf(problems));
    }

    /** Opening files takes the time: several processors open many of them side by side. */
    private List<FoundMigration> read(List<LockEntry> entries) {
      if (entries.size() >= MANY) {
        return entries.parallelStream().map(entry -> FoundMigration.read(files, entry)).toList();
      }
      List<FoundMigration> found = new ArrayList<>();
      for (LockEntry entry : entries) {
        found.add(FoundMigration.read(files, entry));
      }
      return found;
    }

    private void add(FoundMigration found) {
      problems.addAll(found.problems());
      found
          .migration()
          .ifPresent(
              one -> {
                byVersion.put(one.name().version(), one);
                if (!found.problems().isEmpty()) {
                  altered.add(one.name().version());
                }
              });
    }

    private Optional<String> database(LockFile lock) {
      Optional<String> said = files.database();
      if (said.isPresent() && lock.database().isPresent() && !said.equals(lock.database())) {
        throw new MigrationException(
            files.where()
                + '/'
                + Bundle.LOCK_FILE
                + " is database \""
                + lock.database().get()
                + "\"'s, not \""
                + said.get()
                + "\"'s");
      }
      return lock.database().or(files::database);
    }

    private LockFile lockFile() {
      String where = files.where() + '/' + Bundle.LOCK_FILE;
      String text =
          files
              .read(Bundle.LOCK_FILE)
              .orElseThrow(
                  () ->
                      new MigrationException(
                          "there is no " + where + "; is this the folder that Varve writes?"));
      try {
        return LockFile.parse(text);
      } catch (FormatException e) {
        throw new MigrationException(where + ": " + e.getMessage());
      }
    }
  }
}
