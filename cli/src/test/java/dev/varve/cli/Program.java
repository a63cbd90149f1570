package dev.varve.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to start the program.
 *
 * @param command what comes before its arguments
 */
record Program(List<String> command) {
  /** What it has written, and its exit code. */
  record Output(int exit, String out, String err) {}

  /** From the classes under test. */
  static Program ofClasses() {
    return new Program(
        List.of(
            java(),
            "--enable-native-access=ALL-UNNAMED", // As the manifest says of the jar.
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
  }

  static String java() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  Output run(String url, ExampleProject project, String... args)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(args));
    return start(all, "", url, project);
  }

  /** With a terminal, where somebody types; all that it writes is in {@code out}. */
  Output onTerminal(String typed, String url, ExampleProject project, String... args)
      throws IOException, InterruptedException {
    StringBuilder line = new StringBuilder();
    command.forEach(word -> line.append('\'').append(word).append("' "));
    line.append(String.join(" ", args));
    List<String> script = List.of("script", "-qec", line.toString(), "/dev/null");
    return start(script, typed, url, project);
  }

  private static Output start(
      List<String> command, String typed, String url, ExampleProject project)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("varve", ".out");
    Path err = Files.createTempFile("varve", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.db().getParent().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("DATABASE_URL", url);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("NO_COLOR");
    // Leaves no process behind that writes into the user's folders.
    builder.environment().put("CI", "true");
    Process process = builder.start();
    process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    int exit = process.waitFor();
    Output output = new Output(exit, Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return output;
  }
}
