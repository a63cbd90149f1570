package dev.varve.bench.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Compiles sources in a process of its own, as a build does without a daemon, always from scratch.
 *
 * @param project a directory for what it writes
 * @param sources a file that lists the sources
 */
record Compiler(Path project, Path sources) {
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final String VARVE = "dev.varve.processor.VarveProcessor";

  /** The ways to compile that are compared. */
  enum Way {
    /** javac alone. */
    PLAIN("-proc:none"),
    /** With a processor that does nothing. */
    EMPTY_PROCESSOR("-processor", EmptyProcessor.class.getName()),
    /** With Varve, but without seed classes. */
    WITHOUT_SEEDS("-processor", VARVE, "-Avarve.seeds=false"),
    /** With all of Varve. */
    WITH_SEEDS("-processor", VARVE);

    private final List<String> options;

    Way(String... options) {
      this.options = List.of(options);
    }
  }

  /** Compiles and gives the time that took. */
  Duration compile(Way way) throws IOException, InterruptedException {
    Path classes = project.resolve("classes");
    delete(classes);
    delete(project.resolve("db"));
    Files.createDirectories(classes);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(way.options);
    command.addAll(List.of("-cp", CLASS_PATH, "-d", classes.toString()));
    if (way == Way.WITHOUT_SEEDS || way == Way.WITH_SEEDS) {
      command.add("-Avarve.dir=" + project.resolve("db"));
    }
    command.add("@" + sources);
    long start = System.nanoTime();
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    if (exit != 0) {
      throw new IllegalStateException("javac failed: " + String.join(" ", command));
    }
    return taken;
  }

  static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
