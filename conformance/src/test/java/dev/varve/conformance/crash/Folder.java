package dev.varve.conformance.crash;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes migrations as the processor would, into a folder {@code db/}. */
final class Folder {
  private Folder() {}

  static Path write(Path db, Engine engine, List<Written> migrations) throws IOException {
    Path folder = db.resolve(engine.directory());
    Path scripts = Files.createDirectories(folder.resolve(Bundle.MIGRATIONS));
    List<LockEntry> entries = new ArrayList<>();
    for (Written one : migrations) {
      Files.writeString(scripts.resolve(one.name().upFile()), one.up());
      Files.writeString(scripts.resolve(one.name().downFile()), one.down());
      entries.add(
          new LockEntry(one.name(), one.state(), Checksum.of(one.up()), Checksum.of(one.down())));
    }
    Files.writeString(
        folder.resolve(Bundle.LOCK_FILE), new LockFile(entries, Optional.empty()).write());
    return db;
  }
}
