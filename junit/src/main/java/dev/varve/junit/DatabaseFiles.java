package dev.varve.junit;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The files of one database that the processor has put on the class path.
 *
 * @param loader sees that class path
 * @param name the database's name, in lower case
 * @param engine whose files
 */
record DatabaseFiles(ClassLoader loader, String name, Engine engine) {
  /**
   * The files that a test asks for.
   *
   * @throws ExtensionConfigurationException if there are none, or several databases and no name
   */
  static DatabaseFiles of(Settings settings) {
    String name = name(settings.loader(), settings.name());
    DatabaseFiles files = new DatabaseFiles(settings.loader(), name, settings.engine());
    files.requireSchema();
    return files;
  }

  /**
   * The name of the database that is wanted, or of the only one.
   *
   * @throws ExtensionConfigurationException if it isn't there, or several are and none is named
   */
  static String name(ClassLoader loader, Optional<String> wanted) {
    SortedSet<String> names = names(loader);
    String name = wanted.map(Bundle::name).orElseGet(() -> only(names));
    if (!names.contains(name)) {
      throw new ExtensionConfigurationException(
          "there is no database \""
              + wanted.orElse(name)
              + "\" on the class path; "
              + (names.isEmpty()
                  ? "there is none at all"
                  : "choose one that is there: " + String.join(", ", names)));
    }
    return name;
  }

  private static SortedSet<String> names(ClassLoader loader) {
    try {
      return Bundle.databases(loader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + Bundle.DATABASES, e);
    }
  }

  private static String only(SortedSet<String> names) {
    if (names.isEmpty()) {
      throw new ExtensionConfigurationException(
          "no database on the class path (no "
              + Bundle.DATABASES
              + "): the entities must be compiled with Varve's processor, and their class output"
              + " must be on the class path of the tests");
    }
    if (names.size() > 1) {
      throw new ExtensionConfigurationException(
          "several databases are on the class path: "
              + String.join(", ", names)
              + "; choose one: @VarveTest(name = \""
              + names.first()
              + "\")");
    }
    return names.first();
  }

  private void requireSchema() {
    String file = Bundle.schemaFile(name, engine.directory());
    if (loader.getResource(file) == null) {
      throw new ExtensionConfigurationException(
          "database \""
              + name
              + "\" has no schema for "
              + engine.product()
              + " on the class path (no "
              + file
              + "); choose another engine, @VarveTest(database = ...), or add this one to"
              + " @Database(dialects = ...) and compile");
    }
  }

  /** The text of {@code schema.sql}. */
  String schema() {
    return read(Bundle.schemaFile(name, engine.directory()));
  }

  /** The migrations, with their states. */
  LockFile lock() {
    return LockFile.parse(read(Bundle.lockFile(name, engine.directory())));
  }

  /** The text of a migration's script. */
  String script(String file) {
    return read(Bundle.migration(name, engine.directory(), file));
  }

  /** All that decides what the migrations make. */
  String migrations() {
    StringBuilder text = new StringBuilder();
    for (LockEntry entry : lock().entries()) {
      String file = entry.migration().upFile();
      text.append(file).append('\n').append(script(file));
    }
    return text.toString();
  }

  private String read(String resource) {
    URL url = loader.getResource(resource);
    if (url == null) {
      throw new ExtensionConfigurationException(
          resource + " isn't on the class path; compile the entities again");
    }
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
