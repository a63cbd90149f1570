package dev.varve.project;

import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.MigrationName;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.sql.SchemaScript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Seals the drafts that lie in a directory, where no records say what they should be. */
final class Sealing {
  private final Layout layout;
  private final DirectoryReader reader;
  private final Set<Dialect> dialects;

  Sealing(Layout layout, DirectoryReader reader, Set<Dialect> dialects) {
    this.layout = layout;
    this.reader = reader;
    this.dialects = dialects;
  }

  /** Seals them all, and says which; called by somebody who has the directory's lock. */
  Map<Dialect, List<MigrationName>> seal(Optional<String> name) throws FileProblem, IOException {
    StoredDatabase stored = reader.read(dialects);
    refuseOutdated(stored);
    Plan plan = asItIs(stored, name);
    Map<Dialect, List<MigrationName>> sealed = new EnumMap<>(Dialect.class);
    if (plan.generated().isEmpty() && plan.byHand().isEmpty()) {
      // What was given up goes off the lock files.
      plan.batch().commit();
    } else {
      Plan after = plan.sealed(name);
      after.batch().commit();
      after
          .wanted()
          .forEach(
              (dialect, migrations) ->
                  sealed.put(dialect, new ArrayList<>(added(stored, dialect, migrations))));
    }
    return sealed;
  }

  private static List<MigrationName> added(
      StoredDatabase stored, Dialect dialect, WantedMigrations migrations) {
    List<LockEntry> before = stored.migrations().get(dialect).sealed();
    List<MigrationName> added = new ArrayList<>();
    for (LockEntry entry : migrations.lock().entries()) {
      if (!before.contains(entry)) {
        added.add(entry.migration());
      }
    }
    return added;
  }

  private Plan asItIs(StoredDatabase stored, Optional<String> name) throws FileProblem {
    DraftVersions versions = DraftVersions.of(stored.migrations().values(), Optional.empty());
    Map<Dialect, WantedMigrations> wanted = new EnumMap<>(Dialect.class);
    for (Map.Entry<Dialect, StoredMigrations> one : stored.migrations().entrySet()) {
      refuseOvertaken(one.getKey(), one.getValue(), versions);
      DialectPlanner planner = new DialectPlanner(layout, one.getKey(), one.getValue(), versions);
      wanted.put(one.getKey(), planner.asTheyAre(name));
    }
    return new Plan(
        layout,
        reader.modelText(),
        Optional.empty(),
        Map.of(),
        stored.migrations(),
        wanted,
        List.of(),
        new Leftovers(List.of(), List.of()),
        false);
  }

  /**
   * What the last compilation wrote is what the model says. A dialect that isn't written for any
   * more stays behind, and sealing it would say that it didn't.
   */
  private void refuseOutdated(StoredDatabase stored) throws FileProblem {
    int conflict = ConflictMarkers.firstLine(reader.modelText());
    if (conflict > 0) {
      throw new FileProblem(
          FileMessage.JSON_DAMAGED,
          layout.model().toString(),
          "line " + conflict + " is a conflict");
    }
    Schema model = stored.model().orElse(Schema.EMPTY);
    for (Dialect dialect : dialects) {
      if (!reader
          .schemaText(dialect)
          .equals(Scripts.schemaFile(SchemaScript.create(model, dialect)))) {
        throw outdated(dialect, layout.schema(dialect).toString(), "isn't what model.json says");
      }
    }
  }

  private void refuseOvertaken(Dialect dialect, StoredMigrations stored, DraftVersions versions)
      throws FileProblem {
    for (LockEntry entry : stored.generated()) {
      if (entry.migration().version().compareTo(versions.generated()) < 0) {
        throw outdated(
            dialect,
            layout.script(dialect, entry.migration().upFile()).toString(),
            "is older than what is sealed by now");
      }
    }
  }

  private FileProblem outdated(Dialect dialect, String file, String what) {
    return new FileProblem(FileMessage.OUTDATED, file, what, layout.dialect(dialect).toString());
  }
}
