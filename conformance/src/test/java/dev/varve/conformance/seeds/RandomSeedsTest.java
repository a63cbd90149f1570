package dev.varve.conformance.seeds;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fills schemas that nobody has seen before. One that fails is made small and shown; {@code
 * -Dvarve.seed=…} tries that one alone.
 */
class RandomSeedsTest {
  private static final int TABLES = Integer.getInteger("varve.seeds.tables", 30);

  @TempDir private Path directory;

  @Test
  void breakNothing() {
    Long given = Long.getLong("varve.seed");
    long first = given == null ? Long.getLong("varve.seeds.first", System.nanoTime()) : given;
    int count = given == null ? Integer.getInteger("varve.seeds", 10) : 1;
    System.out.println("random seeds from -Dvarve.seed=" + first);
    SeedTrial trial = new SeedTrial(directory);
    StringBuilder failures = new StringBuilder();
    for (long seed = first; seed < first + count; seed++) {
      String failure = trial.failure(SketchMaker.make(seed, TABLES));
      if (!failure.isEmpty()) {
        failures.append(failure).append('\n');
      }
    }
    if (failures.length() > 0) {
      fail(failures.toString());
    }
  }
}
