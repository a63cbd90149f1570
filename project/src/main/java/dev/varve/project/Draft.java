package dev.varve.project;

import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;

/**
 * A migration as the records ask for it.
 *
 * @param entry its line in the lock file
 * @param up its up script
 * @param down its down script
 */
record Draft(LockEntry entry, String up, String down) {
  private static final String GENERATED = " (generated ";

  /**
   * A draft under a name.
   *
   * @param directory the name of the directory that holds the dialects' folders
   */
  static Draft of(
      MigrationName name, RenderedMigration rendered, Dialect dialect, String directory) {
    String header = header(name, dialect, directory);
    return new Draft(
        new LockEntry(
            name, LockEntry.State.DRAFT, rendered.up().checksum(), rendered.down().checksum()),
        header + rendered.up().body(),
        header + rendered.down().body());
  }

  private static String header(MigrationName migration, Dialect dialect, String directory) {
    String version = migration.version();
    return new StringBuilder("-- varve: ")
        .append(migration.name())
        .append(GENERATED)
        .append(version, 0, 4)
        .append('-')
        .append(version, 4, 6)
        .append('-')
        .append(version, 6, 8)
        .append(")\n-- See ")
        .append(directory)
        .append('/')
        .append(dialect.directory())
        .append("/schema.sql for the schema.\n")
        .toString();
  }

  /** A script with the name in its header replaced. */
  static String renamed(String script, MigrationName from, MigrationName to) {
    String start = "-- varve: " + from.name() + GENERATED;
    return script.startsWith(start)
        ? "-- varve: " + to.name() + script.substring(start.length() - GENERATED.length())
        : script;
  }

  /** Whether {@code other} was written for the same statements, whatever its name. */
  boolean isWhatWas(LockEntry other) {
    return entry.up().equals(other.up()) && entry.down().equals(other.down());
  }
}
