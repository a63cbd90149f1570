package dev.varve.processor.write;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.util.Map;
import java.util.Optional;

/**
 * What a directory holds, found to be in order.
 *
 * @param model what the records said when its files were written; empty before the first time
 * @param snapshot what the sealed migrations lead to
 * @param migrations the migrations for each dialect, also for one without any
 * @param dropped those of dialects that were written for once and aren't any more
 */
record StoredDatabase(
    Optional<Schema> model,
    Schema snapshot,
    Map<Dialect, StoredMigrations> migrations,
    Map<Dialect, StoredMigrations> dropped) {}
