package dev.varve.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real {@code javac}, as a process of its own. */
public final class Javac {
  /**
   * What a compilation came to.
   *
   * @param exitCode 0: compiled
   * @param output all that was printed
   */
  public record Result(int exitCode, String output) {}

  private final Path home;

  private Javac(Path home) {
    this.home = home;
  }

  /** The compiler of the JDK that runs the tests. */
  public static Javac current() {
    return new Javac(Path.of(System.getProperty("java.home")));
  }

  /** One compiler for each JDK found beside the one that runs the tests. */
  static List<Javac> all() throws IOException {
    List<Javac> all = new ArrayList<>(List.of(current()));
    Path current = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> siblings = Files.list(current.getParent())) {
      siblings
          .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
          .filter(home -> !Files.isSymbolicLink(home) && !home.equals(current))
          .filter(Javac::isRecentEnough)
          .sorted()
          .forEach(home -> all.add(new Javac(home)));
    }
    return all;
  }

  private static boolean isRecentEnough(Path home) {
    try {
      String release = Files.readString(home.resolve("release"));
      return release.lines().anyMatch(line -> line.matches("JAVA_VERSION=\"(1[7-9]|[2-9]\\d).*"));
    } catch (IOException e) {
      return false;
    }
  }

  /** Compiles with {@code arguments}, which are passed in a file. */
  public Result compile(List<String> arguments) throws IOException, InterruptedException {
    Path file = Files.createTempFile("javac", ".args");
    StringBuilder lines = new StringBuilder();
    for (String argument : arguments) {
      lines.append('"').append(argument.replace("\\", "\\\\")).append("\"\n");
    }
    Files.writeString(file, lines);
    Process process =
        new ProcessBuilder(
                home.resolve("bin/javac").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "@" + file)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("javac hangs: " + output);
    }
    Files.delete(file);
    return new Result(process.exitValue(), output);
  }

  /** All Java files below {@code directory}. */
  static List<String> sources(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".java")).sorted().toList();
    }
  }

  @Override
  public String toString() {
    return home.getFileName().toString();
  }
}
