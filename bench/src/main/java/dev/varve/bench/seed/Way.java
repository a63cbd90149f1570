package dev.varve.bench.seed;

import java.sql.Connection;

/**
 * One way to fill the database.
 *
 * @param name what the report calls it
 * @param rows how many rows it makes
 * @param work does it, without a commit
 */
record Way(String name, int rows, Work work) {
  /** What is measured. */
  interface Work {
    void in(Connection connection) throws Exception;
  }
}
