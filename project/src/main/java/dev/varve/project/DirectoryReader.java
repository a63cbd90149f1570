package dev.varve.project;

import dev.varve.project.ConflictMarkers.Sides;
import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.LockFile;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.json.MalformedModelException;
import dev.varve.schema.json.SchemaJson;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a directory holds and makes sure that it is in order. */
final class DirectoryReader {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Layout layout;

  /** A file is often read twice in one compilation; its text seldom changes in between. */
  private final Map<String, Schema> parsed = new HashMap<>();

  DirectoryReader(Layout layout) {
    this.layout = layout;
  }

  /** What the records said when the files were written; empty before the first time. */
  Optional<Schema> model() throws FileProblem {
    requireDirectory(layout.directory());
    // Looked for first: another compiler that writes just now writes lock files last.
    Optional<Path> lock = anyLock();
    Optional<String> json = text(layout.model());
    if (json.isPresent()) {
      return Optional.of(model(json.get()));
    }
    if (lock.isPresent()) {
      throw new FileProblem(
          FileMessage.MODEL_MISSING,
          layout.model().toString(),
          lock.get().toString(),
          layout.directory().toString());
    }
    return Optional.empty();
  }

  /** A conflict in it is harmless, since the records say what is true. */
  private Schema model(String json) throws FileProblem {
    Optional<Sides> sides =
        ConflictMarkers.firstLine(json) == 0 ? Optional.empty() : ConflictMarkers.sides(json);
    if (sides.isEmpty()) {
      return schema(layout.model(), json);
    }
    Schema ours = schema(layout.model(), sides.get().ours());
    return new SchemaMerge().merge(ours, schema(layout.model(), sides.get().theirs()));
  }

  private Optional<Path> anyLock() {
    for (Dialect dialect : Dialect.values()) {
      if (Files.exists(layout.lock(dialect))) {
        return Optional.of(layout.lock(dialect));
      }
    }
    return Optional.empty();
  }

  private static void requireDirectory(Path path) throws FileProblem {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new FileProblem(FileMessage.NOT_A_DIRECTORY, path.toString());
    }
  }

  /** Reads everything that concerns these dialects. */
  StoredDatabase read(Set<Dialect> dialects) throws FileProblem {
    Map<Dialect, StoredMigrations> migrations = new EnumMap<>(Dialect.class);
    for (Dialect dialect : dialects) {
      migrations.put(dialect, migrations(dialect));
    }
    Optional<String> snapshot = text(layout.snapshot());
    StoredChecks checks = new StoredChecks(layout);
    for (Map.Entry<Dialect, StoredMigrations> one : migrations.entrySet()) {
      checks.checkSealed(one.getKey(), one.getValue());
    }
    checks.checkSnapshot(migrations, snapshot);
    return new StoredDatabase(
        model(),
        snapshot.isPresent() ? schema(layout.snapshot(), snapshot.get()) : Schema.EMPTY,
        migrations,
        dropped(dialects),
        Optional.empty(),
        List.of());
  }

  /** Reads what other dialects have. */
  Map<Dialect, StoredMigrations> dropped(Set<Dialect> dialects) throws FileProblem {
    Map<Dialect, StoredMigrations> dropped = new EnumMap<>(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      if (!dialects.contains(dialect) && Files.exists(layout.lock(dialect))) {
        dropped.put(dialect, migrations(dialect));
      }
    }
    return dropped;
  }

  /** Reads the migrations of a dialect, whether they are in order or not. */
  StoredMigrations migrations(Dialect dialect) throws FileProblem {
    requireDirectory(layout.dialect(dialect));
    requireDirectory(layout.migrations(dialect));
    return new StoredMigrations(lock(layout.lock(dialect)), scripts(layout.migrations(dialect)));
  }

  /** The text of a lock file; empty if there is none. */
  String lockText(Dialect dialect) throws FileProblem {
    return text(layout.lock(dialect)).orElse("");
  }

  /** The texts of a dialect's scripts by the names of their files. */
  Map<String, String> scripts(Dialect dialect) throws FileProblem {
    return scripts(layout.migrations(dialect));
  }

  /** The text of the model; empty if there is none. */
  String modelText() throws FileProblem {
    return text(layout.model()).orElse("");
  }

  /** The text of a dialect's {@code schema.sql}, with LF at the ends of lines. */
  String schemaText(Dialect dialect) throws FileProblem {
    return text(layout.schema(dialect)).orElse("").replace("\r\n", "\n");
  }

  /** The text of the snapshot. */
  Optional<String> snapshotText() throws FileProblem {
    return text(layout.snapshot());
  }

  private static LockFile lock(Path file) throws FileProblem {
    Optional<String> text = text(file);
    try {
      return text.isPresent() ? LockFile.parse(text.get()) : LockFile.EMPTY;
    } catch (FormatException e) {
      throw new FileProblem(
          FileMessage.LOCK_DAMAGED, file.toString(), String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> scripts(Path directory) throws FileProblem {
    Map<String, String> scripts = new TreeMap<>();
    if (!Files.isDirectory(directory)) {
      return scripts;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.sql")) {
      for (Path file : files) {
        text(file).ifPresent(text -> scripts.put(file.getFileName().toString(), text));
      }
    } catch (IOException e) {
      throw new FileProblem(FileMessage.FILE_UNREADABLE, directory.toString(), reason(e));
    }
    return scripts;
  }

  /** The schema that some JSON is. */
  Schema schema(Path file, String json) throws FileProblem {
    Schema known = parsed.get(json);
    if (known != null) {
      return known;
    }
    if (json.startsWith(BYTE_ORDER_MARK)) {
      throw new FileProblem(
          FileMessage.JSON_DAMAGED,
          file.toString(),
          "it starts with a byte order mark (U+FEFF); save it as UTF-8 without one");
    }
    try {
      Schema schema = SchemaJson.read(json);
      parsed.put(json, schema);
      return schema;
    } catch (MalformedModelException e) {
      throw new FileProblem(
          FileMessage.JSON_DAMAGED, file.toString(), String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> text(Path file) throws FileProblem {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new FileProblem(FileMessage.FILE_UNREADABLE, file.toString(), reason(e));
    }
  }

  /** What an exception says, without the file's name, which stands beside it. */
  static String reason(IOException e) {
    if (e instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    String reason = e instanceof FileSystemException fs ? fs.getReason() : e.getMessage();
    return e.getClass().getSimpleName() + (reason == null ? "" : ": " + reason);
  }
}
