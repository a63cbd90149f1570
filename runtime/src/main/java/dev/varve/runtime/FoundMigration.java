package dev.varve.runtime;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockEntry.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is of a migration that the lock file names.
 *
 * @param migration it, if both its scripts are there
 * @param problems what disagrees with the lock file, a sentence each
 */
record FoundMigration(Optional<Migration> migration, List<String> problems) {
  /** Reads its scripts and compares them with the lock file. */
  static FoundMigration read(MigrationFiles files, LockEntry entry) {
    List<String> problems = new ArrayList<>();
    if (entry.byHand() && isGone(files, entry)) {
      problems.add(
          entry.migration()
              + " was written by hand and both of its scripts are gone; compile, or run varve seal,"
              + " to give it up, or restore them");
      return new FoundMigration(Optional.empty(), problems);
    }
    Optional<Sum> up = sum(files, entry, entry.migration().upFile(), entry.up(), problems);
    Optional<Sum> down = sum(files, entry, entry.migration().downFile(), entry.down(), problems);
    Optional<Migration> migration =
        up.isPresent() && down.isPresent()
            ? Optional.of(migration(entry, up.get(), down.get()))
            : Optional.empty();
    return new FoundMigration(migration, problems);
  }

  private static boolean isGone(MigrationFiles files, LockEntry entry) {
    String folder = Bundle.MIGRATIONS + '/';
    return files.read(folder + entry.migration().upFile()).isEmpty()
        && files.read(folder + entry.migration().downFile()).isEmpty();
  }

  /** A script's text and {@link Checksum#of} it. */
  private record Sum(String text, String checksum) {}

  private static Optional<Sum> sum(
      MigrationFiles files, LockEntry entry, String file, String sealed, List<String> problems) {
    Optional<String> text = files.read(Bundle.MIGRATIONS + '/' + file);
    if (text.isEmpty()) {
      problems.add(file + " is missing, but in " + Bundle.LOCK_FILE + "; restore it");
      return Optional.empty();
    }
    Sum sum = new Sum(text.get(), Checksum.of(text.get()));
    if (entry.state() == State.SEALED && !sum.checksum.equals(sealed)) {
      problems.add(
          file
              + " has changed since it was sealed: it was "
              + sealed
              + ", it is "
              + sum.checksum
              + "; restore it, and put the change into a new migration, or, if it was on purpose, run"
              + " varve seal --accept "
              + entry.migration().version());
    }
    return Optional.of(sum);
  }

  private static Migration migration(LockEntry entry, Sum up, Sum down) {
    return new Migration(
        entry.migration(), entry.state() == State.DRAFT, up.text, down.text, up.checksum);
  }
}
