package dev.varve.runtime;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockEntry.State;
import dev.varve.runtime.format.LockFile;
import dev.varve.runtime.format.MigrationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder {@code db/} with the migrations of one engine, as the processor would write it. */
final class MigrationFolder {
  private final Path db;
  private final Engine engine;
  private Optional<String> database = Optional.empty();
  private final SortedMap<String, LockEntry> entries = new TreeMap<>();

  MigrationFolder(Path db, Engine engine) {
    this.db = db;
    this.engine = engine;
  }

  Path db() {
    return db;
  }

  /** Says the database's name from now on. */
  MigrationFolder named(String name) throws IOException {
    database = Optional.of(name);
    return writeLock();
  }

  Path file(String name) {
    return db.resolve(engine.directory()).resolve("migrations").resolve(name);
  }

  MigrationFolder sealed(String name, String up, String down) throws IOException {
    return put(name, State.SEALED, up, down);
  }

  MigrationFolder draft(String name, String up, String down) throws IOException {
    return put(name, State.DRAFT, up, down);
  }

  private MigrationFolder put(String name, State state, String up, String down) throws IOException {
    MigrationName migration = MigrationName.parse(name);
    remove(migration.version());
    write(migration.upFile(), up);
    write(migration.downFile(), down);
    entries.put(
        migration.version(), new LockEntry(migration, state, Checksum.of(up), Checksum.of(down)));
    return writeLock();
  }

  MigrationFolder remove(String version) throws IOException {
    LockEntry entry = entries.remove(version);
    if (entry != null) {
      Files.delete(file(entry.migration().upFile()));
      Files.delete(file(entry.migration().downFile()));
    }
    return writeLock();
  }

  void write(String file, String text) throws IOException {
    Files.createDirectories(file(file).getParent());
    Files.writeString(file(file), text);
  }

  private MigrationFolder writeLock() throws IOException {
    Path lock = db.resolve(engine.directory()).resolve("varve.lock");
    Files.createDirectories(lock.getParent());
    LockFile file = new LockFile(List.copyOf(entries.values()), Optional.empty(), database);
    Files.writeString(lock, file.write());
    return this;
  }
}
