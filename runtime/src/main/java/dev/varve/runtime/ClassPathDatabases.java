package dev.varve.runtime;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import java.util.SortedSet;

/** Finds the databases whose files are on the class path. */
record ClassPathDatabases(ClassLoader loader) {
  /** The files of the named database, or of the only one there is. */
  MigrationFiles files(Optional<String> wanted, Engine engine) {
    SortedSet<String> names = names();
    String name = wanted.map(Bundle::name).orElseGet(() -> only(names));
    URL lockFile = loader.getResource(Bundle.lockFile(name, engine.directory()));
    if (lockFile != null) {
      return new MigrationFiles.ClassPath(lockFile, name);
    }
    if (!names.contains(name)) {
      throw new MigrationException(
          "there is no database \"" + name + "\" on the class path; there is " + listed(names));
    }
    throw new MigrationException(
        "database \""
            + name
            + "\" has no migrations for "
            + engine.product()
            + " on the class path: no "
            + Bundle.lockFile(name, engine.directory()));
  }

  private static String only(SortedSet<String> names) {
    if (names.isEmpty()) {
      throw new MigrationException(
          "no migrations on the class path (no "
              + Bundle.DATABASES
              + "); compile with Varve's processor, or name the folder: directory(Path.of(\"db\"))");
    }
    if (names.size() > 1) {
      throw new MigrationException(
          "several databases are on the class path: "
              + listed(names)
              + "; choose one: database(\""
              + names.first()
              + "\")");
    }
    return names.first();
  }

  private static String listed(SortedSet<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private SortedSet<String> names() {
    try {
      return Bundle.databases(loader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + Bundle.DATABASES, e);
    }
  }
}
