package dev.varve.cli;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockEntry.State;
import dev.varve.runtime.format.LockFile;
import dev.varve.runtime.format.MigrationName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder {@code db/} for both engines, with scripts that are the same for both. */
final class ExampleProject {
  private final Path db;
  private final SortedMap<String, LockEntry> entries = new TreeMap<>();
  private Optional<String> snapshot = Optional.empty();
  private Optional<String> database = Optional.empty();

  ExampleProject(Path db) {
    this.db = db;
  }

  /** Three sealed migrations: two tables, then rows in both. */
  static ExampleProject ofThree(Path folder) throws IOException {
    return new ExampleProject(folder.resolve("db"))
        .sealed(
            "20260101000001_create_users",
            "CREATE TABLE users (id integer PRIMARY KEY, name text)",
            "-- varve:destructive table users\nDROP TABLE users")
        .sealed(
            "20260101000002_create_posts",
            "CREATE TABLE posts (id integer PRIMARY KEY);\nCREATE INDEX posts_id_idx ON posts (id)",
            "-- varve:destructive table posts\nDROP TABLE posts")
        .sealed(
            "20260101000003_add_nick",
            "ALTER TABLE users ADD COLUMN nick text",
            "-- varve:destructive column users.nick\nALTER TABLE users DROP COLUMN nick");
  }

  Path db() {
    return db;
  }

  /** What the history calls it. */
  ExampleProject named(String name) throws IOException {
    database = Optional.of(name);
    return writeLocks();
  }

  ExampleProject sealed(String name, String up, String down) throws IOException {
    return put(name, State.SEALED, up, down);
  }

  ExampleProject draft(String name, String up, String down) throws IOException {
    return put(name, State.DRAFT, up, down);
  }

  ExampleProject snapshot(String json) throws IOException {
    Files.writeString(db.resolve("snapshot.json"), json);
    snapshot = Optional.of(Checksum.ofBytes(json.getBytes(StandardCharsets.UTF_8)));
    return writeLocks();
  }

  private ExampleProject put(String name, State state, String up, String down) throws IOException {
    MigrationName migration = MigrationName.parse(name);
    for (Engine engine : Engine.values()) {
      write(engine, migration.upFile(), up);
      write(engine, migration.downFile(), down);
    }
    entries.put(
        migration.version(), new LockEntry(migration, state, Checksum.of(up), Checksum.of(down)));
    return writeLocks();
  }

  void write(Engine engine, String file, String text) throws IOException {
    Path path = db.resolve(engine.directory()).resolve("migrations").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private ExampleProject writeLocks() throws IOException {
    for (Engine engine : Engine.values()) {
      Path folder = Files.createDirectories(db.resolve(engine.directory()));
      LockFile lock = new LockFile(List.copyOf(entries.values()), snapshot, database);
      Files.writeString(folder.resolve("varve.lock"), lock.write());
    }
    return this;
  }
}
