package dev.varve.project;

import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of a project's schema and migrations, where no records are at hand: what the command
 * line does with it. All of it is done or nothing, under the same lock as the processor's.
 */
public final class ProjectFolder {
  private final Layout layout;
  private final DirectoryReader reader;

  /**
   * A project's folder.
   *
   * @param directory the folder that the processor writes
   */
  public ProjectFolder(Path directory) {
    this(new Layout(directory));
  }

  ProjectFolder(Layout layout) {
    this.layout = layout;
    this.reader = new DirectoryReader(layout);
  }

  /**
   * A migration that a person shall write.
   *
   * @param migration its name, the same for each dialect
   * @param scripts its scripts, up before down, of each dialect
   */
  public record Created(MigrationName migration, Map<Dialect, List<Path>> scripts) {
    /** Copies the map, in the dialects' order. */
    public Created {
      scripts = Collections.unmodifiableMap(new EnumMap<>(scripts));
    }
  }

  /**
   * Adds a migration whose scripts say what to write, a draft that comes after all others.
   *
   * @param name what it is called
   * @param dialects the dialects to write it for; empty: all that have migrations
   * @param timestamp its version, if that is later than all others; empty: the UTC second
   * @throws FileProblem if there are no migrations for a dialect, or the files aren't in order
   */
  public Created create(String name, Set<Dialect> dialects, Optional<String> timestamp)
      throws FileProblem {
    return changed(
        () -> {
          Set<Dialect> written = written();
          for (Dialect dialect : dialects) {
            if (!written.contains(dialect)) {
              throw new FileProblem(
                  FileMessage.DIALECT_NOT_WRITTEN,
                  dialect.directory(),
                  layout.lock(dialect).toString());
            }
          }
          Map<Dialect, StoredMigrations> stored = reader.read(written).migrations();
          String version = DraftVersions.another(stored.values(), timestamp);
          return create(
              new MigrationName(version, name), dialects.isEmpty() ? written : dialects, stored);
        });
  }

  private Created create(
      MigrationName name, Set<Dialect> dialects, Map<Dialect, StoredMigrations> stored)
      throws IOException {
    Map<Dialect, List<Path>> scripts = new EnumMap<>(Dialect.class);
    FileBatch batch = new FileBatch(layout);
    for (Dialect dialect : dialects) {
      EmptyMigration empty = new EmptyMigration(name, dialect);
      Path up = layout.script(dialect, name.upFile());
      Path down = layout.script(dialect, name.downFile());
      batch.put(up, empty.up());
      batch.put(down, empty.down());
      scripts.put(dialect, List.of(up, down));
    }
    for (Dialect dialect : dialects) {
      EmptyMigration empty = new EmptyMigration(name, dialect);
      LockFile lock = stored.get(dialect).lock();
      List<LockEntry> entries = new ArrayList<>(lock.entries());
      entries.add(
          new LockEntry(
              name,
              LockEntry.State.DRAFT,
              Checksum.of(empty.up()),
              Checksum.of(empty.down()),
              true));
      batch.put(
          layout.lock(dialect), new LockFile(entries, lock.snapshot(), lock.database()).write());
    }
    batch.lasting();
    batch.commit();
    return new Created(name, scripts);
  }

  /**
   * Seals all drafts, as {@code -Avarve.seal} does, but those that the last compilation wrote.
   *
   * @param name what the drafts are called that follow from the records; empty: as they are now.
   *     What a person wrote keeps its name
   * @return what was sealed, of each dialect by version; nothing where there was no draft
   * @throws FileProblem if a draft can't be sealed, or the files aren't in order or up to date
   */
  public Map<Dialect, List<MigrationName>> seal(Optional<String> name) throws FileProblem {
    return changed(() -> new Sealing(layout, reader, written()).seal(name));
  }

  /**
   * The scripts of a sealed migration that were changed since; nothing where none was, or no such
   * migration is sealed.
   *
   * @param version its version
   * @throws FileProblem if one of its scripts is missing, or couldn't be sealed as it is
   */
  public List<ChangedScript> changed(String version) throws FileProblem {
    return changed(() -> new Acceptance(layout, reader, written()).changed(version));
  }

  /**
   * Lets the lock files say of scripts what they are now, since somebody changed them on purpose.
   *
   * @param scripts as {@link #changed} has found them
   * @throws FileProblem if the files can't be read or written
   */
  public void accept(List<ChangedScript> scripts) throws FileProblem {
    changed(
        () -> {
          new Acceptance(layout, reader, written()).accept(scripts);
          return scripts;
        });
  }

  /**
   * The checksum by which lock files name a snapshot, the same where version control turned LF into
   * CRLF.
   *
   * @param json the text of {@code snapshot.json}
   */
  public static String snapshotChecksum(String json) {
    return StoredChecks.checksum(json);
  }

  /** The dialects with a lock file. */
  private Set<Dialect> written() {
    Set<Dialect> written = EnumSet.noneOf(Dialect.class);
    for (Dialect dialect : Dialect.values()) {
      if (Files.exists(layout.lock(dialect))) {
        written.add(dialect);
      }
    }
    return written;
  }

  private <T> T changed(LockedDirectory.Action<T> action) throws FileProblem {
    LockedDirectory.settle(layout);
    if (!Files.exists(layout.model())) {
      throw new FileProblem(FileMessage.NOT_COMPILED, layout.model().toString());
    }
    try {
      return LockedDirectory.in(layout, action);
    } catch (IOException e) {
      throw LockedDirectory.unwritable(layout.directory(), e);
    }
  }
}
