package dev.varve.junit;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.runtime.format.MigrationName;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of a database, with migrations written by hand. */
final class HandMade {
  private final Path folder;
  private final Engine engine;
  private final List<LockEntry> entries = new ArrayList<>();

  HandMade(Path folder) {
    this(folder, Engine.SQLITE);
  }

  HandMade(Path folder, Engine engine) {
    this.folder = folder;
    this.engine = engine;
  }

  HandMade migration(String name, String up, String down) throws IOException {
    MigrationName migration = MigrationName.parse(name);
    write(Bundle.migration("hand", engine.directory(), migration.upFile()), up);
    write(Bundle.migration("hand", engine.directory(), migration.downFile()), down);
    entries.add(
        new LockEntry(
            migration,
            LockEntry.State.SEALED,
            Checksum.of(up).toString(),
            Checksum.of(down).toString()));
    return this;
  }

  DatabaseFiles files(String schema) throws IOException {
    write(Bundle.DATABASES, "hand\n");
    write(Bundle.schemaFile("hand", engine.directory()), schema);
    write(
        Bundle.lockFile("hand", engine.directory()),
        new LockFile(entries, Optional.empty()).named("hand").write());
    URL[] urls = {folder.toUri().toURL()};
    return new DatabaseFiles(
        new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()), "hand", engine);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
