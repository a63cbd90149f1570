package dev.varve.bench.compile;

import dev.varve.bench.compile.Compiler.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares compilations with the processor to those without: {@code CompileBench [records,...]}.
 * All ways take turns, and the median of {@value #RUNS} runs after one that doesn't count is
 * printed.
 */
public final class CompileBench {
  private static final int RUNS = 5;
  private static final String DEFAULT_COUNTS = "1000,4000";

  private CompileBench() {}

  /**
   * Runs the comparison.
   *
   * @param arguments how many records to compile, numbers with commas between; none: 1000,4000
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String counts = arguments.length == 0 ? DEFAULT_COUNTS : arguments[0];
    System.out.println("records  way              median ms  ratio to plain  all ms");
    for (String count : counts.split(",")) {
      int records = Integer.parseInt(count);
      print(records, measure(records));
    }
  }

  private static Map<Way, List<Duration>> measure(int count)
      throws IOException, InterruptedException {
    Path project = Files.createTempDirectory("varve-bench");
    Path records = Files.createDirectories(project.resolve("src/com/acme/bench"));
    List<String> files = new ArrayList<>();
    for (Path file : new RecordSources(records).write(count)) {
      files.add(file.toString());
    }
    Compiler compiler = new Compiler(project, Files.write(project.resolve("sources"), files));
    Map<Way, List<Duration>> taken = new EnumMap<>(Way.class);
    for (int run = -1; run < RUNS; run++) {
      for (Way way : Way.values()) {
        Duration time = compiler.compile(way);
        if (run >= 0) {
          taken.computeIfAbsent(way, key -> new ArrayList<>()).add(time);
        }
      }
    }
    Compiler.delete(project);
    return taken;
  }

  private static void print(int count, Map<Way, List<Duration>> taken) {
    double plain = median(taken.get(Way.PLAIN)).toMillis();
    for (Map.Entry<Way, List<Duration>> way : taken.entrySet()) {
      long median = median(way.getValue()).toMillis();
      List<Long> all = new ArrayList<>();
      way.getValue().forEach(time -> all.add(time.toMillis()));
      System.out.println(
          String.format(
              Locale.ROOT,
              "%7d  %-15s  %9d  %14.2f  %s",
              count,
              way.getKey().name().toLowerCase(Locale.ROOT),
              median,
              median / plain,
              all));
    }
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
