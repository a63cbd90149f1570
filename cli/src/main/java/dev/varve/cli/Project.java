package dev.varve.cli;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Directives;
import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.LockFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that the processor has written.
 *
 * @param folder the folder with all of them
 */
record Project(Path folder) {
  /**
   * What a script's comments say, or nothing where it isn't there or can't be read: then the
   * applier stops by itself, and says why.
   *
   * @param database {@code postgresql} or {@code sqlite}
   * @param file the script's name
   */
  Directives directives(String database, String file) {
    Path script = folder.resolve(database).resolve(Bundle.MIGRATIONS).resolve(file);
    try {
      return Directives.parse(text(script).orElse(""));
    } catch (FormatException e) {
      return Directives.parse("");
    }
  }

  /**
   * The lock file; empty where there is none.
   *
   * @throws CommandException if it can't be understood
   */
  LockFile lock(String database) {
    Path file = folder.resolve(database).resolve(Bundle.LOCK_FILE);
    try {
      return text(file).map(LockFile::parse).orElse(LockFile.EMPTY);
    } catch (FormatException e) {
      throw CommandException.failed(file + ": " + e.getMessage());
    }
  }

  /** The text of a file of the folder itself, or empty where there is none. */
  Optional<String> text(String file) {
    return text(folder.resolve(file));
  }

  private static Optional<String> text(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
