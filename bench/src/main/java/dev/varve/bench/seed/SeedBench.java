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
    for (String part : arguments[2].split(",")) {
      bench.run(part);
    }
    System.exit(0); // the server that is left would wait for its threads
  }

  private void run(String part) throws Exception {
    switch (part) {
      case "fixture" -> {
        new FixtureBench(Trial.create(false)).run();
        new FixtureBench(Trial.create(true)).run();
      }
      case "ways" -> new WaysBench().run();
      case "postgresql" -> fill(false);
      case "sqlite" -> fill(true);
      case "generate" -> new GenerateBench(new Sizes(rows), rounds).run();
      default -> throw new IllegalArgumentException(part);
    }
  }

  private void fill(boolean isSqlite) throws Exception {
    Plans plans = new Plans(new Sizes(rows));
    String engine = isSqlite ? "SQLite" : "PostgreSQL";
    Trial trial = Trial.create(isSqlite);
    Sizes few = new Sizes(Math.min(rows, MOST_OF_OTHERS));
    List<Way> others = new ArrayList<>();
    others.add(new Way("loader alone", rows, new CountedRows(new Sizes(rows))::load));
    others.add(new Way("Datafaker, batch", few.total(), new DatafakerRows(few, isSqlite)::insert));
    others.add(new Way("Instancio, batch", few.total(), new InstancioRows(few, isSqlite)::insert));
    compare(trial, Plans.rich(plans::counts), others).print(engine + ", counts alone");
    compare(trial, Plans.rich(plans::functions), List.of())
        .print(engine + ", a function for each row");
  }

  /** The same rows, once made and once ready. */
  private Report compare(Trial trial, Way.Work rich, List<Way> others) throws Exception {
    run(trial, new Way("warm-up", rows, rich));
    Rendered ready = trial.isSqlite() ? Rendered.values(trial) : Rendered.texts(trial);
    int count = trial.rows();
    List<Way> ways = new ArrayList<>();
    ways.add(
        trial.isSqlite()
            ? new Way("prepared batch of ready rows", count, ready::batches)
            : new Way("COPY of ready text", count, ready::copy));
    ways.add(new Way("Varve, rich(42, plan)", count, rich));
    ways.addAll(others);
    return report(trial, ways);
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
