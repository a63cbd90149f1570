package dev.varve.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.junit.shop.ShopSeed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The checks that come with one line. */
class MigrationChecksTest {
  static class ShopMigrations extends MigrationChecks<ShopSeed> {}

  @Test
  void theyRunOnBothEnginesAndFindWhatIsNotSealed() {
    EngineExecutionResults results = Launch.of(ShopMigrations.class);
    List<String> failures = Launch.failures(results).stream().map(Throwable::toString).toList();
    assertEquals(2, failures.size(), failures.toString());
    for (String failure : failures) {
      assertTrue(failure.contains("is not sealed"), failure);
      assertTrue(failure.contains("-Avarve.seal=name"), failure);
    }
    assertEquals(4, results.testEvents().succeeded().count());
  }
}
