package dev.varve.runtime;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.Engine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the files of one database and engine are read from. */
sealed interface MigrationFiles {
  /** The text of a file, named from the engine's folder on, or empty where there is none. */
  Optional<String> read(String name);

  /** The scripts that lie there, by name, as far as that can be known: a class path has no list. */
  List<String> scripts();

  /** Where the files are, for messages. */
  String where();

  /** What the database is called, as far as that was said or is known from where the files are. */
  Optional<String> database();

  /** The folder {@code db/}. */
  record Directory(Path folder, Optional<String> database) implements MigrationFiles {
    /**
     * The folder for an engine.
     *
     * @throws MigrationException if its files were being changed and may not agree
     */
    static Directory of(Path db, Engine engine, Optional<String> database) {
      if (Files.exists(db.resolve(Bundle.UNFINISHED))) {
        throw new MigrationException(
            "a change of the files in "
                + db
                + " was interrupted, or is under way; compile, or run varve seal, once, which"
                + " finishes it");
      }
      return new Directory(db.resolve(engine.directory()), database);
    }

    @Override
    public Optional<String> read(String name) {
      Path file = folder.resolve(name);
      try {
        return Optional.of(text(Files.readAllBytes(file), file.toString()));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public List<String> scripts() {
      Path migrations = folder.resolve(Bundle.MIGRATIONS);
      List<String> names = new ArrayList<>();
      if (Files.isDirectory(migrations)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(migrations)) {
          for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".sql")) {
              names.add(name);
            }
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      names.sort(null);
      return names;
    }

    @Override
    public String where() {
      return folder.toString();
    }
  }

  /**
   * The folder of the lock file that the class path has first; the scripts are read beside it, so
   * that two jars with a database of one name do not mix.
   */
  record ClassPath(URL lockFile, String name) implements MigrationFiles {
    @Override
    public Optional<String> database() {
      return Optional.of(name);
    }

    @Override
    public Optional<String> read(String name) {
      try (InputStream in = resolve(name).openStream()) {
        return Optional.of(text(in.readAllBytes(), name));
      } catch (FileNotFoundException e) {
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private URL resolve(String name) throws MalformedURLException {
      return new URL(lockFile, name);
    }

    @Override
    public List<String> scripts() {
      return List.of();
    }

    @Override
    public String where() {
      String url = lockFile.toString();
      return url.substring(0, url.lastIndexOf('/'));
    }
  }

  /** The replacement character stands for what is no UTF-8; it may also be written. */
  private static String text(byte[] bytes, String name) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\ufffd') >= 0) {
      requireUtf8(bytes, name);
    }
    if (text.indexOf('\0') >= 0) {
      throw new MigrationException(
          name
              + " has a NUL character in line "
              + lineAt(bytes, indexOfNul(bytes))
              + ", where databases stop to read; remove it, or save the file as UTF-8 if it is"
              + " UTF-16");
    }
    return text;
  }

  private static void requireUtf8(byte[] bytes, String name) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      throw new MigrationException(
          name + " is not UTF-8 in line " + lineAt(bytes, in.position()) + "; save it as UTF-8");
    }
  }

  private static int indexOfNul(byte[] bytes) {
    int i = 0;
    while (bytes[i] != 0) {
      i++;
    }
    return i;
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
