package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  private static Trial.Outcome run(String... args) {
    return Trial.run(Map.of(), Optional.empty(), args);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "status",
        "plan",
        "up",
        "down",
        "verify",
        "baseline",
        "repair",
        "create",
        "seal",
        "completion"
      })
  void eachCommandHasHelpWithExamples(String command) {
    String[] args = (command + " --help").strip().split(" ");
    Trial.Outcome outcome = run(args).exits(ExitCode.DONE);
    outcome.says("Usage: " + ("varve " + command).strip()).says("\nExamples:\n  ");
    outcome.says("--database-url").says("--env-file").says("--dir");
    for (String line : outcome.out().lines().toList()) {
      assertTrue(line.length() <= 80, line);
    }
  }

  @Test
  void nothingAndNonsenseAreWrong() {
    run().exits(ExitCode.USAGE).complains("Missing required subcommand").complains("varve --help");
    run("stauts").exits(ExitCode.USAGE).complains("stauts");
    run("up", "--nonsense").exits(ExitCode.USAGE).complains("See varve up --help");
    assertEquals("", run("up", "--nonsense").out());
  }

  @Test
  void theVersionIsTold() {
    run("--version").exits(ExitCode.DONE).says("varve ");
    run("up", "--version").exits(ExitCode.DONE).says("varve ");
  }

  @ParameterizedTest
  @CsvSource({"xterm,,true", "xterm,1,false", "dumb,,false"})
  void coloursAreForTerminalsThatHaveThem(String term, String noColor, boolean coloured) {
    Map<String, String> environment =
        noColor == null ? Map.of("TERM", term) : Map.of("TERM", term, "NO_COLOR", noColor);
    Trial.Outcome outcome = Trial.run(environment, Optional.of(""), "--help");
    assertEquals(coloured, outcome.out().indexOf('\u001b') >= 0, outcome.out());
    Trial.Outcome piped = Trial.run(environment, Optional.empty(), "--help");
    assertFalse(piped.out().indexOf('\u001b') >= 0, piped.out());
  }

  @ParameterizedTest
  @CsvSource({
    "varve st,1,status",
    "varve sea,1,seal",
    "varve create fill --dialect p,4,postgresql",
    "varve up --allow-o,2,--allow-out-of-order",
    "varve --data,1,--database-url"
  })
  void bashCompletes(String words, int index, String expected, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("completion");
    Files.writeString(script, run("completion").exits(ExitCode.DONE).out());
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source "
                    + script
                    + "; COMP_WORDS=("
                    + words
                    + "); COMP_CWORD="
                    + index
                    + "; _complete_varve; echo \"${COMPREPLY[@]}\"")
            // Outside of a completion bash warns that its options can't be set.
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(bash.waitFor(10, TimeUnit.SECONDS));
    assertEquals(expected, output.strip());
  }
}
