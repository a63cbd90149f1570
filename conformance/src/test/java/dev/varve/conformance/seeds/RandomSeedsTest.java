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

  /** The same ten in every run; other ones each time where many are tried. */
  private static long first() {
    boolean many = Integer.getInteger("varve.seeds") != null;
    return Long.getLong("varve.seeds.first", many ? System.nanoTime() : 1);
  }

  @Test
  void breakNothing() {
    Long given = Long.getLong("varve.seed");
    long first = given == null ? first() : given;
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
