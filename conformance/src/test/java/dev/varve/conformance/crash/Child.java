package dev.varve.conformance.crash;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An applier in a JVM of its own, which waits until it may begin. */
final class Child {
  private static final long LONGEST_SECONDS = 120;

  private final Process process;
  private final BufferedReader out;
  private final List<String> said = new ArrayList<>();

  private Child(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** One that has loaded what it needs, and will run the program from a phase on. */
  static Child start(Program program, String url, int from) throws IOException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    Child child =
        new Child(
            new ProcessBuilder(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED", // SQLite's driver loads a library.
                    "-cp",
                    System.getProperty("java.class.path"),
                    Program.class.getName(),
                    url,
                    program.before().toString(),
                    program.after().toString(),
                    program.kept(),
                    Integer.toString(from))
                .redirectErrorStream(true)
                .start());
    String line = child.out.readLine();
    if (!"ready".equals(line)) {
      throw new AssertionError(line + child.rest());
    }
    return child;
  }

  void begin() throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write('\n');
    }
  }

  /** Kills it by SIGKILL, if it has not ended before. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // Process.destroyForcibly would throw its output away.
    process.waitFor();
  }

  /** The phase that it did not come to the end of. */
  int reached(int from) throws IOException {
    int reached = from;
    for (String line : rest()) {
      if (line.startsWith("done ")) {
        reached = Integer.parseInt(line.substring(5)) + 1;
      } else {
        said.add(line);
      }
    }
    return reached;
  }

  /** Its exit code, after it has ended by itself. */
  int end() throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it has not ended after " + LONGEST_SECONDS + " s: " + said);
    }
    return process.exitValue();
  }

  /** What it has written but for its progress: an error. */
  String said() {
    return String.join("\n", said);
  }

  private List<String> rest() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
    }
    return lines;
  }
}
