package dev.varve.project;

import dev.varve.runtime.format.Bundle;
import dev.varve.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files of a database lie.
 *
 * @param directory the directory that holds all of them
 * @param beforeStep what is run before each single change of a file there: nothing, unless somebody
 *     wants to see what a process leaves that is killed then
 */
record Layout(Path directory, Runnable beforeStep) {
  Layout(Path directory) {
    this(directory, () -> {});
  }

  /** Says that a file will be changed now. */
  void step() {
    beforeStep.run();
  }

  /** All directories that hold files. */
  List<Path> directories() {
    List<Path> directories = new ArrayList<>();
    directories.add(directory);
    for (Dialect dialect : Dialect.values()) {
      directories.add(dialect(dialect));
      directories.add(migrations(dialect));
    }
    return directories;
  }

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
