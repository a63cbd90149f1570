package dev.varve.bench.plan;

import dev.varve.schema.Dialect;
import dev.varve.schema.change.Comparison;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Compares two schemas of many tables and plans the migrations of both dialects: {@code PlanBench
 * [tables:changes ...]}. After warming up, medians of {@value #RUNS} runs are printed, in
 * milliseconds: of the thread's CPU time for each part by itself and for all, which others who use
 * the machine disturb less, and of the time that passed.
 */
public final class PlanBench {
  private static final int RUNS = 15;
  private static final Duration WARM_UP = Duration.ofSeconds(15);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String[] TASKS = {"2000:0", "2000:200", "10000:200", "10000:1000"};

  private PlanBench() {}

  /**
   * Runs the tasks.
   *
   * @param arguments numbers of tables and changes; none: 2,000 and 10,000 tables
   */
  public static void main(String[] arguments) {
    warmUp(Task.of(2000, 200));
    System.out.println(
        "tables  changes  statements  compare  postgresql  sqlite  all CPU  elapsed  range");
    for (String task : arguments.length == 0 ? TASKS : arguments) {
      String[] numbers = task.split(":");
      measure(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }
  }

  private static void warmUp(Task task) {
    long end = System.nanoTime() + WARM_UP.toNanos();
    while (System.nanoTime() < end) {
      run(task);
    }
  }

  private static void measure(int tables, int changes) {
    Task task = Task.of(tables, changes);
    double[][] parts = new double[5][RUNS];
    int statements = 0;
    for (int i = 0; i < RUNS; i++) {
      System.gc();
      Run run = run(task);
      statements = run.statements();
      parts[0][i] = run.compare();
      parts[1][i] = run.postgresql();
      parts[2][i] = run.sqlite();
      parts[3][i] = run.compare() + run.postgresql() + run.sqlite();
      parts[4][i] = run.elapsed();
    }
    for (double[] part : parts) {
      Arrays.sort(part);
    }
    System.out.printf(
        Locale.ROOT,
        "%6d  %7d  %10d  %7.1f  %10.1f  %6.1f  %7.1f  %7.1f  %.1f to %.1f%n",
        tables,
        changes,
        statements,
        parts[0][RUNS / 2],
        parts[1][RUNS / 2],
        parts[2][RUNS / 2],
        parts[3][RUNS / 2],
        parts[4][RUNS / 2],
        parts[4][0],
        parts[4][RUNS - 1]);
  }

  /** How long one run took, in milliseconds. */
  private record Run(
      double compare, double postgresql, double sqlite, double elapsed, int statements) {}

  private static Run run(Task task) {
    long began = System.nanoTime();
    long start = THREADS.getCurrentThreadCpuTime();
    Comparison comparison = task.compare();
    long compared = THREADS.getCurrentThreadCpuTime();
    int statements = Task.plan(comparison, Dialect.POSTGRESQL);
    long postgresql = THREADS.getCurrentThreadCpuTime();
    statements += Task.plan(comparison, Dialect.SQLITE);
    long sqlite = THREADS.getCurrentThreadCpuTime();
    return new Run(
        (compared - start) / 1e6,
        (postgresql - compared) / 1e6,
        (sqlite - postgresql) / 1e6,
        (System.nanoTime() - began) / 1e6,
        statements);
  }
}
