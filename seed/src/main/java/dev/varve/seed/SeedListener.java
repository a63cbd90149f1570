package dev.varve.seed;

/**
 * Is told how far a seed builder is, in the thread that sends the rows: after every 10,000 rows of
 * a table, and when the last row of a statement is sent. Small calls tell it once for each table.
 *
 * <p>What it throws ends the call as any failure does: nothing is inserted, and the exception comes
 * out of the call as it is. So it can also stop a call that takes too long.
 */
@FunctionalInterface
public interface SeedListener {
  /**
   * Rows have been sent; they can be seen by others only when the call has ended.
   *
   * @param table the table's name, with its schema if it has one
   * @param rows how many rows of the table this call has sent so far
   * @param done whether no further rows of this table are planned for now; a call that makes
   *     millions of rows sends them in several portions, and says so at the end of each
   */
  void sent(String table, long rows, boolean done);
}
