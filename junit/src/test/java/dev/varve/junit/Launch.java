package dev.varve.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.varve.testing.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs of sample classes by JUnit itself, on a PostgreSQL server that the tests have anyway. */
final class Launch {
  private Launch() {}

  static EngineExecutionResults of(Class<?> sample) {
    return of(sample, "varve.test.url", url());
  }

  static EngineExecutionResults of(Class<?> sample, String key, String value) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("varve.test.url", url())
        .configurationParameter("junit.jupiter.conditions.deactivate", "*")
        .configurationParameter(key, value)
        .selectors(selectClass(sample))
        .execute();
  }

  /**
   * With a thread for each test that waits for others, and for each container that waits for it.
   */
  static EngineExecutionResults inParallel(Class<?>... samples) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("varve.test.url", url())
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "16")
        .selectors(
            Stream.of(samples)
                .map(DiscoverySelectors::selectClass)
                .toArray(DiscoverySelector[]::new))
        .execute();
  }

  static String url() {
    return "jdbc:postgresql://localhost:" + PostgresServer.port() + "/postgres?user=postgres";
  }

  /** All that has failed, containers too. */
  static List<Throwable> failures(EngineExecutionResults results) {
    return results.allEvents().failed().map(Launch::failure).toList();
  }

  private static Throwable failure(Event event) {
    return event
        .getPayload(TestExecutionResult.class)
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow();
  }

  /** The only failure. */
  static Throwable failure(EngineExecutionResults results) {
    List<Throwable> failures = failures(results);
    if (failures.size() != 1) {
      throw new AssertionError("not one failure: " + failures);
    }
    return failures.get(0);
  }

  /** How many tests have passed, where none has failed. */
  static long passed(EngineExecutionResults results) {
    for (Throwable failure : failures(results)) {
      throw new AssertionError("a sample has failed: " + failure, failure);
    }
    return results.testEvents().succeeded().count();
  }
}
