package dev.varve.conformance.squawk;

import dev.varve.conformance.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The linter, where it is installed.
 *
 * @param program its executable
 * @param directory for the files that it reads
 */
record Squawk(Path program, Path directory) {
  /** {@code path:line:column: level: rule message}. */
  private static final Pattern REPORTED =
      Pattern.compile("(.+?):(\\d+):\\d+: (?:warning|error): (\\S+) (.*)");

  /** The one that a property names, one in {@code node_modules}, or one on the PATH. */
  static Optional<Path> find() {
    List<Path> places = new ArrayList<>();
    String named = System.getProperty("varve.squawk", "");
    if (!named.isEmpty()) {
      places.add(Path.of(named));
    }
    places.add(Project.ROOT.resolve("conformance/target/node_modules/.bin/squawk"));
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      places.add(Path.of(folder, "squawk"));
    }
    return places.stream().filter(Files::isExecutable).findFirst();
  }

  /** What it says of scripts, in their order; one process for those of each kind. */
  List<Finding> lint(List<LintedScript> scripts) throws IOException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (boolean transactional : new boolean[] {true, false}) {
      List<LintedScript> ofKind =
          scripts.stream().filter(one -> one.transactional() == transactional).toList();
      findings.addAll(lint(ofKind, transactional));
    }
    return findings;
  }

  private List<Finding> lint(List<LintedScript> scripts, boolean transactional)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(directory, "scripts");
    for (int i = 0; i < scripts.size(); i++) {
      Files.writeString(folder.resolve(i + ".sql"), scripts.get(i).text());
    }
    List<Finding> findings = new ArrayList<>();
    for (String line : run(folder, transactional)) {
      Matcher reported = REPORTED.matcher(line);
      if (reported.matches()) {
        String file = Path.of(reported.group(1)).getFileName().toString();
        LintedScript script = scripts.get(Integer.parseInt(file.replace(".sql", "")));
        int at = Integer.parseInt(reported.group(2));
        findings.add(new Finding(script, at, reported.group(3), reported.group(4)));
      }
    }
    return findings;
  }

  private List<String> run(Path folder, boolean transactional)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "squawk", ".txt");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--pg-version=14",
                transactional ? "--assume-in-transaction" : "--no-assume-in-transaction",
                "--reporter=gcc",
                folder + "/*.sql")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exit = process.waitFor();
    List<String> lines = Files.readAllLines(output);
    if (exit > 1) {
      throw new IOException("squawk ended with " + exit + ": " + lines);
    }
    return lines;
  }
}
