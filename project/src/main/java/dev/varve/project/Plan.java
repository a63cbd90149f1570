package dev.varve.project;

import dev.varve.runtime.format.Bundle;
import dev.varve.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a directory shall hold.
 *
 * @param layout where
 * @param model the text of {@code model.json}
 * @param snapshot the text that {@code snapshot.json} gets by a repair
 * @param schemas the text of each dialect's {@code schema.sql}
 * @param stored the migrations that are there
 * @param wanted the migrations that shall be there
 * @param edited scripts of drafts that are left as they are, since a person edited them
 * @param leftovers what dialects have left that are no longer written for
 * @param seals whether the model becomes the snapshot
 */
record Plan(
    Layout layout,
    String model,
    Optional<String> snapshot,
    Map<Dialect, String> schemas,
    Map<Dialect, StoredMigrations> stored,
    Map<Dialect, WantedMigrations> wanted,
    List<Path> edited,
    Leftovers leftovers,
    boolean seals) {
  /**
   * The same with all drafts sealed under a name.
   *
   * @throws FileProblem if one of them makes no sense
   */
  Plan sealed(String name) throws FileProblem {
    SealChecks checks = new SealChecks(layout);
    for (Map.Entry<Dialect, WantedMigrations> one : wanted.entrySet()) {
      checks.check(one.getKey(), one.getValue());
    }
    String checksum = StoredChecks.checksum(model);
    Map<Dialect, WantedMigrations> sealed = new EnumMap<>(Dialect.class);
    wanted.forEach((dialect, migrations) -> sealed.put(dialect, migrations.sealed(name, checksum)));
    return new Plan(layout, model, snapshot, schemas, stored, sealed, List.of(), leftovers, true);
  }

  /** The same for a database of this name, which the lock files say. */
  Plan named(String database) {
    Optional<String> name = Optional.of(Bundle.name(database));
    wanted.values().forEach(migrations -> migrations.named(name));
    return this;
  }

  /** The files to write and to remove; lock files come last, since they vouch for the others. */
  FileBatch batch() {
    FileBatch batch = new FileBatch();
    batch.put(layout.model(), model);
    if (seals) {
      batch.put(layout.snapshot(), model);
    } else {
      snapshot.ifPresent(text -> batch.put(layout.snapshot(), text));
    }
    for (Dialect dialect : wanted.keySet()) {
      addScripts(batch, dialect);
    }
    leftovers.generated().forEach(batch::remove);
    for (Map.Entry<Dialect, WantedMigrations> one : wanted.entrySet()) {
      batch.put(layout.lock(one.getKey()), one.getValue().lock().write());
    }
    return batch;
  }

  private void addScripts(FileBatch batch, Dialect dialect) {
    batch.put(layout.schema(dialect), schemas.get(dialect));
    SortedMap<String, String> scripts = wanted.get(dialect).scripts();
    scripts.forEach((file, text) -> batch.put(layout.script(dialect, file), text));
    for (String file : stored.get(dialect).scripts().keySet()) {
      if (!scripts.containsKey(file)) {
        batch.remove(layout.script(dialect, file));
      }
    }
  }

  /** The up scripts of all drafts. */
  List<Path> drafts() {
    List<Path> drafts = new ArrayList<>();
    wanted.forEach(
        (dialect, migrations) ->
            migrations.drafts().forEach(file -> drafts.add(layout.script(dialect, file))));
    return drafts;
  }

  /** What a jar carries: texts by their paths on the class path. */
  SortedMap<String, String> resources(String database) {
    SortedMap<String, String> resources = new TreeMap<>();
    resources.put(Bundle.DATABASES, Bundle.name(database) + '\n');
    for (Map.Entry<Dialect, WantedMigrations> one : wanted.entrySet()) {
      String dialect = one.getKey().directory();
      resources.put(Bundle.schemaFile(database, dialect), schemas.get(one.getKey()));
      resources.put(Bundle.lockFile(database, dialect), one.getValue().lock().write());
      one.getValue()
          .scripts()
          .forEach((file, text) -> resources.put(Bundle.migration(database, dialect, file), text));
    }
    return resources;
  }
}
