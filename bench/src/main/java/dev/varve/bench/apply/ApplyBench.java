package dev.varve.bench.apply;

import dev.varve.runtime.MigrationStatus;
import dev.varve.runtime.Migrator;
import dev.varve.runtime.format.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.exception.LiquibaseException;
import liquibase.ui.LoggerUIService;

/**
 * Applies the same migrations with several tools, on PostgreSQL and SQLite: {@code ApplyBench
 * [apply,again,growth]}. The tools take turns, each on a database of its own; medians are printed.
 */
public final class ApplyBench {
  private static final int COUNT = 300;
  private static final int WARM_UP = 2;
  private static final int RUNS = 5;
  private static final int AGAIN_RUNS = 25;
  private static final int GROWTH_RUNS = 7;

  private final Engine engine;
  private final Path folder;

  private ApplyBench(Engine engine, Path folder) {
    this.engine = engine;
    this.folder = folder;
  }

  /**
   * Runs the comparison.
   *
   * @param arguments which parts, with commas between: {@code apply} on empty databases, {@code
   *     again} with nothing pending, {@code growth} from 1,000 to 10,000; none: all
   */
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    System.setProperty("liquibase.analytics.enabled", "false");
    Scope.enter(Map.of(Scope.Attr.ui.name(), new LoggerUIService()));
    List<String> parts =
        List.of((arguments.length == 0 ? "apply,again,growth" : arguments[0]).split(","));
    Path folder = Files.createTempDirectory("varve-bench");
    for (Engine engine : Engine.values()) {
      ApplyBench bench = new ApplyBench(engine, folder.resolve(engine.directory()));
      Scripts scripts = Scripts.write(bench.folder.resolve("some"), engine, COUNT);
      if (parts.contains("apply")) {
        bench.apply(scripts);
      }
      if (parts.contains("again")) {
        bench.again(scripts);
      }
      if (parts.contains("growth")) {
        bench.growth();
      }
    }
    System.exit(0); // Liquibase leaves threads behind.
  }

  private void apply(Scripts scripts) throws IOException, SQLException, LiquibaseException {
    Times times = new Times();
    for (int run = -WARM_UP; run < RUNS; run++) {
      for (Tool tool : Tool.values()) {
        try (TrialDatabase database = TrialDatabase.create(engine)) {
          long start = System.nanoTime();
          tool.apply(database.source(), scripts);
          if (run >= 0) {
            times.add(tool, System.nanoTime() - start);
          }
        }
      }
    }
    times.print(engine + ": " + COUNT + " migrations on an empty database", Tool.BARE_LOOP);
    roundTrips(scripts);
  }

  private void roundTrips(Scripts scripts) throws IOException, SQLException, LiquibaseException {
    System.out.println(
        "  " + (engine == Engine.SQLITE ? "statements" : "round trips") + ", connecting included");
    for (Tool tool : Tool.values()) {
      try (TrialDatabase database = TrialDatabase.create(engine)) {
        System.out.printf(
            Locale.ROOT,
            "  %-10s first %s%s%n",
            tool.name().toLowerCase(Locale.ROOT),
            RoundTrips.count(database, source -> tool.apply(source, scripts)),
            tool == Tool.BARE_LOOP
                ? ""
                : ", again " + RoundTrips.count(database, source -> tool.apply(source, scripts)));
      }
    }
  }

  private void again(Scripts scripts) throws IOException, SQLException, LiquibaseException {
    List<TrialDatabase> databases = new ArrayList<>();
    Times times = new Times();
    for (Tool tool : EnumSet.complementOf(EnumSet.of(Tool.BARE_LOOP))) {
      TrialDatabase database = TrialDatabase.create(engine);
      databases.add(database);
      tool.apply(database.source(), scripts);
    }
    for (int run = -WARM_UP * 3; run < AGAIN_RUNS; run++) {
      int i = 0;
      for (Tool tool : EnumSet.complementOf(EnumSet.of(Tool.BARE_LOOP))) {
        DataSource source = databases.get(i++).source();
        long start = System.nanoTime();
        tool.apply(source, scripts);
        if (run >= 0) {
          times.add(tool, System.nanoTime() - start);
        }
      }
    }
    times.print(engine + ": nothing of " + COUNT + " pending", Tool.VARVE);
    for (TrialDatabase database : databases) {
      database.close();
    }
  }

  private void growth() throws IOException, SQLException {
    System.out.printf(Locale.ROOT, "%n%s: Varve, warm%n", engine);
    for (int count : new int[] {1_000, 10_000}) {
      Scripts scripts = Scripts.write(folder.resolve("of" + count), engine, count);
      try (TrialDatabase database = TrialDatabase.create(engine)) {
        Migrator migrator = Migrator.of(database.source()).directory(scripts.db());
        long start = System.nanoTime();
        migrator.up();
        double first = (System.nanoTime() - start) / 1e6;
        List<Double> status = new ArrayList<>();
        List<Double> up = new ArrayList<>();
        for (int run = -GROWTH_RUNS; run < GROWTH_RUNS; run++) {
          double statusMs = millis(() -> require(migrator.status()));
          double upMs = millis(migrator::up);
          if (run >= 0) {
            status.add(statusMs);
            up.add(upMs);
          }
        }
        System.out.printf(
            Locale.ROOT,
            "  %,7d: first up %,.0f ms, status %.1f ms, up with nothing pending %.1f ms%n",
            count,
            first,
            Times.median(status),
            Times.median(up));
      }
    }
  }

  private static void require(MigrationStatus status) {
    if (!status.upToDate()) {
      throw new IllegalStateException(status.toString());
    }
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
