package dev.varve.runtime;

import dev.varve.runtime.format.MigrationName;

/**
 * How far a statement has come that is run in batches ({@code -- varve:backfill}). {@link
 * #toString} is for people.
 *
 * @param migration the migration it belongs to
 * @param direction whether it is of the up or of the down script
 * @param statement which statement of the script, from 1
 * @param rows how many rows of the table were gone through and committed, whether the statement
 *     changed them or not
 * @param estimate about how many rows there are, as the database knew when it began; 0 where it did
 *     not
 */
public record BackfillProgress(
    MigrationName migration, Direction direction, int statement, long rows, long estimate) {
  @Override
  public String toString() {
    return migration + ", statement " + statement + ": " + count();
  }

  /** The rows alone, for people: {@code 3000 of about 10000 rows}. */
  public String count() {
    return rows + (estimate > 0 ? " of about " + estimate : "") + " rows";
  }
}
