package dev.varve.project;

import dev.varve.runtime.format.Bundle;
import dev.varve.schema.Dialect;
import java.nio.file.Path;

/**
 * Where the files of a database lie.
 *
 * @param directory the directory that holds all of them
 */
record Layout(Path directory) {
  /** The directory's own name. */
  String name() {
    return String.valueOf(directory.getFileName());
  }

  /** What the records say now. */
  Path model() {
    return directory.resolve("model.json");
  }

  /** What the sealed migrations lead to. */
  Path snapshot() {
    return directory.resolve("snapshot.json");
  }

  Path dialect(Dialect dialect) {
    return directory.resolve(dialect.directory());
  }

  Path schema(Dialect dialect) {
    return dialect(dialect).resolve(Bundle.SCHEMA_FILE);
  }

  Path lock(Dialect dialect) {
    return dialect(dialect).resolve(Bundle.LOCK_FILE);
  }

  Path migrations(Dialect dialect) {
    return dialect(dialect).resolve(Bundle.MIGRATIONS);
  }

  Path script(Dialect dialect, String file) {
    return migrations(dialect).resolve(file);
  }
}
