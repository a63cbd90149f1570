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
  /** The ways to compile that are compared. */
  enum Way {
    /** javac alone. */
    PLAIN("-proc:none"),
    /** With the processor, but without seed classes. */
    WITHOUT_SEEDS("-Avarve.seeds=false"),
    /** With everything. */
    WITH_SEEDS("-Avarve.seeds=true");

    private final String option;

    Way(String option) {
      this.option = option;
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
    command.add(way.option);
    command.addAll(List.of("-Xlint:all", "-Werror"));
    command.addAll(List.of("-Avarve.dir=" + project.resolve("db")));
    command.addAll(List.of("-d", classes.toString()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("@" + sources);
    long start = System.nanoTime();
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    if (exit != 0) {
      throw new IllegalStateException("javac failed: " + String.join(" ", command));
    }
    return taken;
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
