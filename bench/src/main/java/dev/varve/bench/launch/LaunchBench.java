package dev.varve.bench.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts {@code varve status} on SQLite in a JVM of its own, beside a program that only opens the
 * same connection: {@code LaunchBench varve.jar db}. The ways take turns; medians of {@value #RUNS}
 * runs are printed, in milliseconds.
 */
public final class LaunchBench {
  private static final int RUNS = 21;
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path folder;
  private final String jar;
  private final String db;

  private LaunchBench(Path folder, String jar, String db) {
    this.folder = folder;
    this.jar = jar;
    this.db = db;
  }

  /**
   * Runs the comparison.
   *
   * @param arguments the jar with the command line, and a folder with migrations
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("varve-bench");
    new LaunchBench(
            folder,
            Path.of(arguments[0]).toAbsolutePath().toString(),
            Path.of(arguments[1]).toAbsolutePath().toString())
        .measure();
  }

  private void measure() throws IOException, InterruptedException {
    run(List.of(JAVA, "-jar", jar, "up", "--dir", db, "--allow-data-loss"));
    String archive = folder.resolve("varve.jsa").toString();
    run(status("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("only opens", List.of(JAVA, "-cp", driver(), OnlyOpens.class.getName(), url()));
    ways.put("java -jar varve.jar", status());
    ways.put("the same, shared classes", status("-XX:SharedArchiveFile=" + archive));
    ways.put(
        "the launcher, second run",
        List.of(Path.of(jar).resolveSibling("varve").toString(), "status", "--dir", db));
    run(ways.get("the launcher, second run"));
    Thread.sleep(5_000); // The launcher's first run leaves a process behind.
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int i = -1; i < RUNS; i++) {
      for (Map.Entry<String, List<String>> way : ways.entrySet()) {
        double millis = run(way.getValue());
        if (i >= 0) {
          times.computeIfAbsent(way.getKey(), key -> new ArrayList<>()).add(millis);
        }
      }
    }
    times.forEach((way, all) -> print(way, all, median(times.get("only opens"))));
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("shop.db");
  }

  private List<String> status(String... options) {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", jar, "status", "--dir", db));
    return command;
  }

  /** Of the class path only what the program needs: a longer one takes longer to read. */
  private static String driver() {
    List<String> needed = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.contains("sqlite-jdbc")
          || entry.contains("slf4j-api")
          || entry.endsWith("bench" + File.separator + "target" + File.separator + "classes")) {
        needed.add(entry);
      }
    }
    return String.join(File.pathSeparator, needed);
  }

  private double run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().remove("CI");
    builder.environment().put("DATABASE_URL", url());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", folder.toString());
    long start = System.nanoTime();
    int exit = builder.start().waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (exit != 0) {
      throw new IllegalStateException(command + ": " + Files.readString(folder.resolve("out")));
    }
    return millis;
  }

  private static void print(String way, List<Double> times, double unit) {
    List<Double> sorted = times.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%-26s %7.0f ms %6.2f   %.0f to %.0f%n",
        way,
        median(times),
        median(times) / unit,
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
