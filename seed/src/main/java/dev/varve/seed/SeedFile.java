package dev.varve.seed;

import dev.varve.seed.load.FileLoader;
import dev.varve.seed.load.ScriptFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A script of rows: the calls of a seed builder, written instead of sent. The script is one
 * transaction, and moves the sequences past the keys that its rows have.
 *
 * <pre>{@code
 * SeedFile.write(Path.of("seed.sql"), SeedFile.Format.POSTGRESQL, file -> {
 *   ShopSeed seed = ShopSeed.of(file);
 *   seed.add(new Country("DE", "Germany"));
 *   seed.rich(42, plan);
 * });
 * }</pre>
 *
 * <p>It is written to a file beside the one asked for, which takes its place in one step at the
 * end. If a call has failed before, or anything else has in {@link #write}, it is deleted instead,
 * and what was there stays.
 *
 * <p>A file can't be asked what it holds. Keys count from 1, or from the number that was given.
 * Records that calls return have null, or 0, for what only the database knows: defaults and
 * computed columns. {@code add} writes an upsert, so that reference data can be run again; all
 * other rows belong into empty tables.
 */
public final class SeedFile implements AutoCloseable {
  private static final String HEADER = "-- Seed data, written by Varve: ";

  private final Path path;
  private final Path unfinished;
  private final Format format;
  private final Writer out;
  private final FileLoader loader;
  private boolean failed;
  private boolean closed;

  /** The language of a script. */
  public enum Format {
    /** INSERT of many rows: {@code psql -f seed.sql}, or one {@code execute} of JDBC's. */
    POSTGRESQL(ScriptFormat.POSTGRESQL, "psql -f seed.sql"),
    /** COPY with its rows: {@code psql -f seed.sql}. Loads fastest; JDBC can't run it. */
    POSTGRESQL_COPY(ScriptFormat.POSTGRESQL_COPY, "psql -f seed.sql"),
    /**
     * INSERT of many rows: {@code sqlite3 -bail shop.db < seed.sql}, or one {@code executeUpdate}
     * of JDBC's. Without {@code -bail} the shell goes on after an error and commits the rest.
     */
    SQLITE(ScriptFormat.SQLITE, "sqlite3 -bail shop.db < seed.sql");

    private final ScriptFormat script;
    private final String command;

    Format(ScriptFormat script, String command) {
      this.script = script;
      this.command = command;
    }
  }

  private SeedFile(Path path, Path unfinished, Format format, Writer out, long firstId) {
    this.path = path;
    this.unfinished = unfinished;
    this.format = format;
    this.out = out;
    this.loader = new FileLoader(format.script, out, firstId);
  }

  /**
   * Writes a script whose keys count from 1.
   *
   * @param path where it will be; its folder is made where there is none, and a script of Varve's
   *     that is there is replaced
   * @param format its language
   * @param calls makes the calls of seed builders; what it throws comes out as it is, and there is
   *     no script then
   * @throws SeedException if another file is there, or a call has failed that {@code calls} caught
   * @throws UncheckedIOException if it can't be written
   */
  public static void write(Path path, Format format, Consumer<SeedFile> calls) {
    try (SeedFile file = create(path, format)) {
      try {
        calls.accept(file);
      } catch (RuntimeException | Error e) {
        file.giveUp();
        throw e;
      }
      if (file.failed) {
        throw new SeedException(path + " is given up, since a call has failed" + Problems.at());
      }
    }
  }

  /**
   * A script whose keys count from 1, for a {@code try} with resources. What fails there outside of
   * a seed builder's calls doesn't keep {@link #close} from putting the script where it belongs:
   * {@link #write} does.
   *
   * @param path where it will be; its folder is made where there is none, and a script of Varve's
   *     that is there is replaced
   * @param format its language
   * @throws SeedException if another file is there
   * @throws UncheckedIOException if it can't be written
   */
  public static SeedFile create(Path path, Format format) {
    return create(path, format, 1);
  }

  /**
   * A script.
   *
   * @param path where it will be; its folder is made where there is none, and a script of Varve's
   *     that is there is replaced
   * @param format its language
   * @param firstId from what keys count in each table, at least 1
   * @throws SeedException if another file is there
   * @throws UncheckedIOException if it can't be written
   */
  public static SeedFile create(Path path, Format format, long firstId) {
    Objects.requireNonNull(format, "format");
    if (firstId < 1) {
      throw new SeedException("keys count from 1 on, and " + firstId + " was given");
    }
    try {
      refuseForeign(path);
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      // no createTempFile: others may read a script, as they may any other file
      Path unfinished = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".tmp");
      Writer out = Files.newBufferedWriter(unfinished, StandardOpenOption.CREATE_NEW);
      out.write(HEADER + format.command + "\n");
      SeedFile file = new SeedFile(path, unfinished, format, out, firstId);
      file.loader.begin();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseForeign(Path path) throws IOException {
    if (Files.notExists(path)) {
      return;
    }
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      String first = reader.readLine();
      if (first == null || first.startsWith(HEADER)) {
        return;
      }
    }
    throw new SeedException(
        path
            + " was not written by Varve (its first line doesn't begin with \""
            + HEADER.trim()
            + "\"): it stays as it is, name another file or delete it");
  }

  /** The script's language. */
  public Format format() {
    return format;
  }

  /** For what a call does. */
  SeedEngine engine(@Nullable SeedListener listener) {
    if (closed || failed) {
      throw new SeedException(
          path + (closed ? " is closed" : " is given up, since a call has failed") + Problems.at());
    }
    return new FileSeedEngine(this, loader, listener);
  }

  /** A call has failed: what it has written makes the file useless. */
  void giveUp() {
    failed = true;
  }

  /**
   * Writes the end, and puts the file where it belongs; or deletes it, if a call has failed.
   *
   * @throws UncheckedIOException if it can't be written
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finish() throws IOException {
    try (out) {
      if (!failed) {
        loader.end();
      }
    }
    if (failed) {
      Files.delete(unfinished);
    } else {
      Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
