package dev.varve.seed.load;

/** What an interrupted thread does between two buffers. */
final class Interrupts {
  private Interrupts() {}

  /**
   * Looks whether somebody wants this thread to stop.
   *
   * @throws LoadException if so; the thread stays interrupted
   */
  static void check(TableName table) {
    if (Thread.currentThread().isInterrupted()) {
      throw new LoadException(
          table,
          -1,
          new Refusal("the thread was interrupted while rows were sent", null, null, null),
          null);
    }
  }
}
