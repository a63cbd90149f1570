package dev.varve.seed.load;

/** Is told how many rows of a table a call has sent. */
@FunctionalInterface
public interface Progress {
  /**
   * Rows have been sent.
   *
   * @param rows how many of the table so far
   * @param done whether the source had no more
   */
  void sent(TableName table, long rows, boolean done);
}
