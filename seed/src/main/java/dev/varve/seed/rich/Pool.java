package dev.varve.seed.rich;

/** Rows of a plan that relations can be drawn from. */
public final class Pool {
  final PlanTable table;

  /** What the rows are called in messages. */
  final String name;

  final Ordinals rows = new Ordinals();

  /** An empty pool. */
  public Pool(PlanTable table, String name) {
    this.table = table;
    this.name = name;
  }
}
