package dev.varve.project;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a directory holds, found to be in order.
 *
 * @param model what the records said when its files were written; empty before the first time
 * @param snapshot what the sealed migrations lead to
 * @param migrations the migrations for each dialect, also for one without any
 * @param dropped those of dialects that were written for once and aren't any more
 * @param repairedSnapshot the text that {@code snapshot.json} gets; empty: it's left alone
 * @param obsolete scripts that go, since a repair has taken them off the lock files
 */
record StoredDatabase(
    Optional<Schema> model,
    Schema snapshot,
    Map<Dialect, StoredMigrations> migrations,
    Map<Dialect, StoredMigrations> dropped,
    Optional<String> repairedSnapshot,
    List<Path> obsolete) {
  StoredDatabase {
    obsolete = List.copyOf(obsolete);
  }

  /** The dialects without sealed migrations. */
  Set<Dialect> unsealed() {
    Set<Dialect> unsealed = EnumSet.noneOf(Dialect.class);
    migrations.forEach(
        (dialect, stored) -> {
          if (stored.sealed().isEmpty()) {
            unsealed.add(dialect);
          }
        });
    return unsealed;
  }

  /** Whether this is what a repair has put together. */
  boolean isRepaired() {
    return repairedSnapshot.isPresent() || !obsolete.isEmpty();
  }

  /** Whether anything is sealed for one of the dialects. */
  boolean hasHistory() {
    return unsealed().size() < migrations.size();
  }
}
