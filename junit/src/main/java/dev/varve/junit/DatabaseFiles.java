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
    SortedSet<String> names = names(settings.loader());
    String name = settings.name().map(Bundle::name).orElseGet(() -> only(names));
    DatabaseFiles files = new DatabaseFiles(settings.loader(), name, settings.engine());
    if (!names.contains(name)) {
      throw new ExtensionConfigurationException(
          "there is no database \""
              + name
              + "\" on the class path; there is "
              + (names.isEmpty() ? "none" : String.join(", ", names)));
    }
    files.requireSchema();
    return files;
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

  /** All that decides what the migrations make. */
  String migrations() {
    String lock = read(Bundle.lockFile(name, engine.directory()));
    StringBuilder text = new StringBuilder(lock);
    for (LockEntry entry : LockFile.parse(lock).entries()) {
      String file = entry.migration() + ".sql";
      text.append(file).append('\n').append(read(Bundle.migration(name, engine.directory(), file)));
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
