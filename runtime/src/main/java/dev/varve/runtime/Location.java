package dev.varve.runtime;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Engine;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for migrations: in a folder, or else on the class path.
 *
 * @param directory the folder {@code db/}
 * @param database which of the class path's databases, empty for the only one; in a folder, what
 *     its database is called if its lock file doesn't say it
 * @param classLoader what sees the class path; empty for the thread's context class loader
 */
record Location(
    Optional<Path> directory, Optional<String> database, Optional<ClassLoader> classLoader) {
  static final Location DEFAULT =
      new Location(Optional.empty(), Optional.empty(), Optional.empty());

  Location in(Path db) {
    return new Location(Optional.of(db), database, classLoader);
  }

  Location named(String name) {
    return new Location(directory, Optional.of(name), classLoader);
  }

  Location seenBy(ClassLoader loader) {
    return new Location(directory, database, Optional.of(loader));
  }

  /** The files for an engine. */
  MigrationFiles files(Engine engine) {
    if (directory.isPresent()) {
      return MigrationFiles.Directory.of(directory.get(), engine, database.map(Bundle::name));
    }
    ClassLoader loader = classLoader.orElseGet(Location::defaultLoader);
    return new ClassPathDatabases(loader).files(database, engine);
  }

  private static ClassLoader defaultLoader() {
    @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : Location.class.getClassLoader();
  }
}
