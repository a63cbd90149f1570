package dev.varve.bench.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Has JUnit run the samples, and says what they took. */
public final class Measurement {
  private Measurement() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    System.out.println("Between two tests, beyond what the test itself does (median, 90 %), ms:");
    for (Class<?> sample :
        List.of(
            Samples.Sqlite.class,
            Samples.Worker.class,
            Samples.Clone.class,
            Samples.Rollback.class)) {
      perTest(sample);
    }
    perClass();
  }

  private static void perTest(Class<?> sample) {
    Clock clock = new Clock();
    try (LauncherSession session = LauncherFactory.openSession()) {
      run(session, sample, clock);
      clock.nanos.clear();
      run(session, sample, clock);
    }
    System.out.printf(
        "  %-10s %6.2f %6.2f%n",
        sample.getSimpleName(), clock.percentile(50) / 1e6, clock.percentile(90) / 1e6);
  }

  /** Each time as if it were the first class of a build: nothing is there yet but warm code. */
  private static void perClass() {
    Clock with = new Clock();
    Clock without = new Clock();
    for (int i = 0; i < 60; i++) {
      if (i == 20) {
        with.nanos.clear();
        without.nanos.clear();
      }
      session(Samples.One.class, with);
      session(Samples.None.class, without);
    }
    System.out.printf(
        "A class with one test on SQLite, with its session: %.2f; without @VarveTest: %.2f%n",
        with.percentile(50) / 1e6, without.percentile(50) / 1e6);
  }

  private static void session(Class<?> sample, Clock clock) {
    long start = System.nanoTime();
    try (LauncherSession session = LauncherFactory.openSession()) {
      run(session, sample, new Clock());
    }
    clock.nanos.add(System.nanoTime() - start);
  }

  private static void run(LauncherSession session, Class<?> sample, Clock clock) {
    session
        .getLauncher()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(sample))
                .build(),
            clock);
    clock.requirePassed();
  }

  /** Takes the time of each test. */
  private static final class Clock implements TestExecutionListener {
    private final List<Long> nanos = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private long start;

    @Override
    public void executionStarted(TestIdentifier test) {
      start = System.nanoTime();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        nanos.add(System.nanoTime() - start - Samples.takeInside());
      }
      result.getThrowable().ifPresent(failures::add);
    }

    /** JUnit would only log what a listener throws. */
    void requirePassed() {
      for (Throwable each : failures) {
        throw new IllegalStateException("a sample has failed", each);
      }
    }

    double percentile(int percent) {
      long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
      Arrays.sort(sorted);
      return sorted[sorted.length * percent / 100];
    }
  }
}
