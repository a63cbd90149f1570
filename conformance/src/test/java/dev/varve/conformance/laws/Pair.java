package dev.varve.conformance.laws;

import dev.varve.schema.plan.Versions;
import java.util.Random;

/**
 * Two schemas and all that chance has decided about the way between them.
 *
 * @param seed where it came from, and whatever is left to chance
 * @param from the former schema
 * @param to the present schema
 * @param rows how many rows each table has
 * @param emptyEvery of how many tables one has none
 * @param versions the oldest servers that the migrations are for
 */
record Pair(long seed, Sketch from, Sketch to, int rows, int emptyEvery, Versions versions) {
  /** The pair of a seed. */
  static Pair of(long seed) {
    Random random = new Random(seed);
    Sketch from = sketch(random);
    Sketch to = edited(from, random);
    int rows = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(5);
    boolean newest = random.nextInt(3) == 0;
    return new Pair(
        seed,
        from,
        to,
        rows,
        3 + random.nextInt(10),
        newest ? new Versions(18, 3054) : Versions.OLDEST);
  }

  /** A schema of one to six tables. */
  static Sketch sketch(Random random) {
    while (true) {
      Sketch sketch = new Sketch();
      Growth growth = new Growth(random, sketch);
      for (int i = 1 + random.nextInt(random.nextInt(4) == 0 ? 6 : 3); i > 0; i--) {
        growth.addTable();
      }
      if (Repair.repair(sketch)) {
        return sketch;
      }
    }
  }

  private static Sketch edited(Sketch from, Random random) {
    if (random.nextInt(12) == 0) {
      return Mutation.of(from, random, 3, 1 + random.nextInt(3));
    }
    int edits = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(8);
    return Mutation.of(from, random, edits);
  }

  Pair with(Sketch otherFrom, Sketch otherTo) {
    return new Pair(seed, otherFrom, otherTo, rows, emptyEvery, versions);
  }

  Pair withRows(int otherRows) {
    return new Pair(seed, from, to, otherRows, emptyEvery, versions);
  }
}
