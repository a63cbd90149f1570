package dev.varve.bench.seed;

/**
 * How many rows each table gets.
 *
 * @param total of all tables together
 */
record Sizes(int total) {
  /** In the order of the tables. */
  int[] all() {
    return new int[] {categories(), products(), customers(), orders(), lines(), reviews()};
  }

  int categories() {
    return 20;
  }

  int products() {
    return total / 100;
  }

  int customers() {
    return total / 10;
  }

  int orders() {
    return total / 4;
  }

  int reviews() {
    return total / 10;
  }

  int lines() {
    return total - categories() - products() - customers() - orders() - reviews();
  }
}
