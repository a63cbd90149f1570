package dev.varve.junit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Another process that runs tests. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private Child(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /**
   * Starts a class of tests.
   *
   * @param without what the names of jars match that it doesn't have
   */
  static Child start(Class<?> sample, String without, String... properties) throws IOException {
    return startIn(Path.of(""), sample, without, properties);
  }

  /** The same in another folder. */
  static Child startIn(Path folder, Class<?> sample, String without, String... properties)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(properties));
    command.addAll(List.of("-cp", classPath(without)));
    command.addAll(List.of(ChildRun.class.getName(), sample.getName()));
    return new Child(
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .start());
  }

  private static String classPath(String without) {
    Pattern missing = Pattern.compile(without);
    List<String> elements = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (without.isEmpty() || !missing.matcher(each).find()) {
        elements.add(each);
      }
    }
    return String.join(File.pathSeparator, elements);
  }

  /** Reads until a line begins so, and gives the rest of it. */
  String await(String beginning) {
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(beginning)) {
          return line.substring(beginning.length());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("the child has ended before it said " + beginning);
  }

  /** All that it still says, and how many tests have failed. */
  String finish() throws IOException, InterruptedException {
    String said = String.join("\n", out.lines().toList());
    return process.waitFor() + " failed\n" + said;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
