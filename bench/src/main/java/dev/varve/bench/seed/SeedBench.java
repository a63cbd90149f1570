package dev.varve.bench.seed;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Fills a shop in several ways, in turns. */
public final class SeedBench {
  /** More rows than that tell nothing new of those who take tens of microseconds for each. */
  private static final int MOST_OF_OTHERS = 100_000;

  private final int rows;
  private final int rounds;

  private SeedBench(int rows, int rounds) {
    this.rows = rows;
    this.rounds = rounds;
  }

  /**
   * Measures.
   *
   * @param arguments how many rows, how many rounds, and which parts
   */
  public static void main(String[] arguments) throws Exception {
    SeedBench bench = new SeedBench(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    List<String> parts = List.of(arguments[2].split(","));
    if (parts.contains("fixture")) {
      new FixtureBench(Trial.create(false)).run();
      new FixtureBench(Trial.create(true)).run();
    }
    if (parts.contains("postgresql")) {
      bench.fill(false);
    }
    if (parts.contains("sqlite")) {
      bench.fill(true);
    }
    System.exit(0); // the server that is left would wait for its threads
  }

  private void fill(boolean isSqlite) throws Exception {
    Trial trial = Trial.create(isSqlite);
    CountedRows counted = new CountedRows(new Sizes(rows));
    run(trial, new Way("warm-up", rows, counted::load));
    Rendered rendered = isSqlite ? Rendered.values(trial) : Rendered.texts(trial);
    Sizes few = new Sizes(Math.min(rows, MOST_OF_OTHERS));
    List<Way> ways = new ArrayList<>();
    ways.add(
        isSqlite
            ? new Way("prepared batch of ready rows", rows, rendered::batches)
            : new Way("COPY of ready text", rows, rendered::copy));
    ways.add(new Way("Varve's loader, rows that are counted", rows, counted::load));
    ways.add(
        new Way("Datafaker and JDBC batch", few.total(), new DatafakerRows(few, isSqlite)::insert));
    ways.add(
        new Way("Instancio and JDBC batch", few.total(), new InstancioRows(few, isSqlite)::insert));
    report(trial, ways).print((isSqlite ? "SQLite, " : "PostgreSQL, ") + rows + " rows");
  }

  private Report report(Trial trial, List<Way> ways) throws Exception {
    Report report = new Report();
    for (Way way : ways) {
      run(trial, way);
    }
    for (int round = 0; round < rounds; round++) {
      List<Way> order = new ArrayList<>(ways);
      Collections.rotate(order, round);
      if (round % 2 == 1) {
        Collections.reverse(order);
      }
      for (Way way : order) {
        report.add(way, run(trial, way));
      }
    }
    return report;
  }

  private static long run(Trial trial, Way way) throws Exception {
    trial.empty();
    System.gc();
    try (Connection connection = trial.connect()) {
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      way.work().in(connection);
      connection.commit();
      return System.nanoTime() - start;
    }
  }
}
