package dev.varve.project;

import dev.varve.project.ConflictMarkers.Sides;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.json.SchemaJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts together what a merge of two branches left in a directory, of which each has sealed
 * migrations: nothing of either side gets lost, or it is refused.
 */
final class Repair {
  private final Layout layout;
  private final DirectoryReader reader;

  Repair(Layout layout, DirectoryReader reader) {
    this.layout = layout;
    this.reader = reader;
  }

  /** Whether there is something to repair. */
  boolean isNeeded(Set<Dialect> dialects) {
    try {
      StoredDatabase stored = reader.read(dialects);
      for (StoredMigrations one : stored.migrations().values()) {
        for (String script : one.scripts().values()) {
          if (ConflictMarkers.firstLine(script) > 0) {
            return true;
          }
        }
      }
      return false;
    } catch (FileProblem damaged) {
      return true;
    }
  }

  /**
   * What the directory shall hold, without drafts.
   *
   * @param now what the records say
   */
  StoredDatabase repaired(Set<Dialect> dialects, Schema now) throws FileProblem {
    Map<Dialect, LockRepair> repairs = new EnumMap<>(Dialect.class);
    for (Dialect dialect : dialects) {
      repairs.put(
          dialect,
          LockRepair.of(layout, dialect, reader.lockText(dialect), reader.scripts(dialect)));
    }
    Optional<String> text = reader.snapshotText();
    refuseLost(repairs, text);
    Schema snapshot = text.isPresent() ? snapshot(text.get(), now) : Schema.EMPTY;
    Optional<String> json = text.isPresent() ? Optional.of(SchemaJson.write(snapshot)) : text;
    Map<Dialect, StoredMigrations> migrations = new EnumMap<>(Dialect.class);
    List<Path> obsolete = new ArrayList<>();
    for (Map.Entry<Dialect, LockRepair> one : repairs.entrySet()) {
      migrations.put(one.getKey(), one.getValue().migrations(json.map(StoredChecks::checksum)));
      obsolete.addAll(one.getValue().obsolete());
      refuseOneSide(one.getValue(), text);
    }
    if (text.isPresent()) {
      refuseNobodys(repairs.values(), text.get());
    }
    return new StoredDatabase(
        reader.model(), snapshot, migrations, reader.dropped(dialects), json, obsolete);
  }

  /** What no merge leaves: that would make a snapshot that nothing leads to. */
  private void refuseLost(Map<Dialect, LockRepair> repairs, Optional<String> text)
      throws FileProblem {
    boolean isSnapshotOfSome = false;
    for (LockRepair repair : repairs.values()) {
      isSnapshotOfSome |= text.isPresent() && repair.leadsTo(StoredChecks.checksum(text.get()));
    }
    for (Map.Entry<Dialect, LockRepair> one : repairs.entrySet()) {
      if (text.isEmpty() && one.getValue().hasSealed()) {
        throw new FileProblem(
            FileMessage.SNAPSHOT_LOST,
            layout.snapshot().toString(),
            layout.lock(one.getKey()).toString());
      }
      if (isSnapshotOfSome
          && one.getValue().hasSealed()
          && !one.getValue().leadsTo(StoredChecks.checksum(text.orElseThrow()))) {
        throw new FileProblem(
            FileMessage.DIALECT_BEHIND,
            layout.lock(one.getKey()).toString(),
            layout.snapshot().toString(),
            layout.dialect(one.getKey()).toString());
      }
    }
  }

  private Schema snapshot(String text, Schema now) throws FileProblem {
    Path file = layout.snapshot();
    Sides sides =
        ConflictMarkers.sides(text)
            .orElseThrow(
                () ->
                    new FileProblem(
                        FileMessage.JSON_DAMAGED,
                        file.toString(),
                        "its conflict markers don't match"));
    Schema ours = reader.schema(file, sides.ours());
    if (!sides.differ()) {
      return ours;
    }
    SchemaMerge merge = new SchemaMerge();
    Schema merged = merge.merge(ours, reader.schema(file, sides.theirs()), now);
    if (!merge.unclear().isEmpty()) {
      throw new FileProblem(
          FileMessage.REPAIR_UNCLEAR, file.toString(), String.join(", ", merge.unclear()));
    }
    return merged;
  }

  /** A conflict that somebody resolved by taking one side forgets what the other has sealed. */
  private void refuseOneSide(LockRepair repair, Optional<String> snapshot) throws FileProblem {
    if (snapshot.isPresent()
        && repair.snapshotsOfOneSide().contains(StoredChecks.checksum(snapshot.get()))) {
      throw new FileProblem(FileMessage.SNAPSHOT_OF_ONE_SIDE, layout.snapshot().toString());
    }
  }

  /** Without a merge that could have made it, nothing says which migrations lead to it. */
  private void refuseNobodys(Collection<LockRepair> repairs, String snapshot) throws FileProblem {
    String checksum = StoredChecks.checksum(snapshot);
    boolean isExplained = ConflictMarkers.firstLine(snapshot) > 0;
    boolean isSealed = false;
    for (LockRepair repair : repairs) {
      isExplained |= repair.isMerge() || repair.leadsTo(checksum);
      isSealed |= repair.hasSealed();
    }
    if (isSealed && !isExplained) {
      throw new FileProblem(FileMessage.SNAPSHOT_OF_NONE, layout.snapshot().toString(), checksum);
    }
  }
}
