package dev.varve.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs commands on a project and a database.
 *
 * @param project the project
 * @param url the database's JDBC URL
 */
record Trial(ExampleProject project, String url) {
  /** What a command has done. */
  record Outcome(int exit, String out, String err) {
    Outcome exits(ExitCode code) {
      assertEquals(code.number(), exit, () -> "exit code, with:\n" + out + err);
      return this;
    }

    Outcome says(String part) {
      assertTrue(out.contains(part), () -> "expected \"" + part + "\" in:\n" + out + err);
      return this;
    }

    Outcome complains(String part) {
      assertTrue(err.contains(part), () -> "expected \"" + part + "\" in:\n" + err + out);
      return this;
    }

    /** The only line of output, read as JSON. */
    Map<String, Object> json() {
      assertEquals(1, out.lines().count(), out);
      return Json.object(out);
    }
  }

  /** Runs a command where nobody sits at a terminal. */
  Outcome run(String... args) {
    return run(Optional.empty(), args);
  }

  /** Runs a command where somebody answers so. */
  Outcome answering(String typed, String... args) {
    return run(Optional.of(typed), args);
  }

  /** Something that somebody else does. */
  interface Deed {
    void run() throws Exception;
  }

  /** Runs a command where somebody says yes, after others have done something meanwhile. */
  Outcome agreeingAfter(Deed deed, String... args) {
    BufferedReader slow =
        new BufferedReader(new StringReader("")) {
          @Override
          public String readLine() {
            try {
              deed.run();
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            return "y";
          }
        };
    return start(environment(), Optional.of(slow), withFolder(args));
  }

  private Map<String, String> environment() {
    return Map.of("DATABASE_URL", url, "TERM", "xterm");
  }

  private String[] withFolder(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--dir=" + project.db());
    return all.toArray(String[]::new);
  }

  private Outcome run(Optional<String> typed, String... args) {
    return run(environment(), typed, withFolder(args));
  }

  /** Runs a command in an environment. */
  static Outcome run(Map<String, String> environment, Optional<String> typed, String... args) {
    return start(
        environment, typed.map(text -> new BufferedReader(new StringReader(text + "\n"))), args);
  }

  private static Outcome start(
      Map<String, String> environment, Optional<BufferedReader> person, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Varve.run(new Shell(new PrintWriter(out), new PrintWriter(err), environment, person), args);
    return new Outcome(exit, out.toString(), err.toString());
  }
}
