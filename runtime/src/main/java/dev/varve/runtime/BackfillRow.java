package dev.varve.runtime;

import dev.varve.runtime.format.MigrationName;
import java.util.Optional;

/**
 * Where a statement that runs in batches stands, as a row of the table {@code _varve_backfills} has
 * it. Keys are written as SQL, so that they are exact whatever their types are.
 *
 * @param cursor the last key that is done, as in {@code '7', 'a'}; empty: none is
 * @param upper the last key there was when it began
 * @param rows how many rows are done
 * @param estimate about how many there were when it began, or 0
 * @param batch how many the next batch should have
 */
record BackfillRow(Optional<String> cursor, String upper, long rows, long estimate, int batch) {
  /**
   * After one more batch.
   *
   * @param key its last key
   * @param count how many rows it had
   */
  BackfillRow after(String key, long count, int next) {
    return new BackfillRow(Optional.of(key), upper, rows + count, estimate, next);
  }

  /**
   * What people are told.
   *
   * @param statement which of the script's statements, from 0
   */
  BackfillProgress progress(MigrationName migration, Direction direction, int statement) {
    long all = estimate == 0 ? 0 : Math.max(rows, estimate);
    return new BackfillProgress(migration, direction, statement + 1, rows, all);
  }
}
