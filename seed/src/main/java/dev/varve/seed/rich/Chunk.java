package dev.varve.seed.rich;

import java.util.List;

/**
 * Rows that are sent one after the other.
 *
 * @param parts of each table its rows, in the order of their numbers; by the tables' order
 * @param later relations that are set when all rows are there
 */
record Chunk(List<Part> parts, List<Later> later) {
  /** Rows of a table. */
  record Part(TableRun run, List<PlanRow> rows) {}

  /**
   * Rows of a table whose relation is set.
   *
   * @param rows the rows' numbers
   * @param parents for each the number of the row that it refers to from now on
   */
  record Later(TableRun run, PlanRelation relation, int[] rows, int[] parents) {}
}
