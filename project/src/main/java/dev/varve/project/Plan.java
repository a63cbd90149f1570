package dev.varve.project;

import dev.varve.runtime.format.Bundle;
import dev.varve.runtime.format.LockEntry;
import dev.varve.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a directory shall hold.
 *
 * @param layout where
 * @param model the text of {@code model.json}
 * @param snapshot the text that {@code snapshot.json} gets by a repair
 * @param schemas the texts of {@code schema.sql}; a dialect that isn't among them keeps its own
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
   * The same with all drafts sealed.
   *
   * @param name what those that follow from the records are called; empty: as they are now
   * @throws FileProblem if one of them makes no sense
   */
  Plan sealed(Optional<String> name) throws FileProblem {
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
    FileBatch batch = new FileBatch(layout);
    batch.put(layout.model(), model);
    Optional<String> sealed = seals ? Optional.of(model) : snapshot;
    if (sealed.isPresent()) {
      batch.put(layout.snapshot(), sealed.get());
      batch.lasting();
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
    if (schemas.containsKey(dialect)) {
      batch.put(layout.schema(dialect), schemas.get(dialect));
    }
    SortedMap<String, String> scripts = wanted.get(dialect).scripts();
    scripts.forEach((file, text) -> batch.put(layout.script(dialect, file), text));
    for (String file : stored.get(dialect).scripts().keySet()) {
      if (!scripts.containsKey(file)) {
        batch.remove(layout.script(dialect, file));
      }
    }
  }

  /** The up scripts of drafts that follow from the records. */
  List<Path> generated() {
    return upScripts(migrations -> migrations.drafts(false));
  }

  /** The up scripts of drafts that a person writes. */
  List<Path> byHand() {
    return upScripts(migrations -> migrations.drafts(true));
  }

  /** Of these, the ones that had another version. */
  List<Path> moved() {
    List<Path> moved = byHand();
    stored.forEach(
        (dialect, migrations) ->
            migrations
                .scripts()
                .keySet()
                .forEach(file -> moved.remove(layout.script(dialect, file))));
    return moved;
  }

  private List<Path> upScripts(Function<WantedMigrations, List<LockEntry>> drafts) {
    List<Path> scripts = new ArrayList<>();
    for (Map.Entry<Dialect, WantedMigrations> one : wanted.entrySet()) {
      for (LockEntry entry : drafts.apply(one.getValue())) {
        scripts.add(layout.script(one.getKey(), entry.migration().upFile()));
      }
    }
    return scripts;
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
