package dev.varve.cli;

import dev.varve.runtime.MigrationReport.Done;
import dev.varve.runtime.Migrator;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that runs scripts. */
abstract class RunCommand extends ReportCommand {
  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      converter = Timeout.class,
      defaultValue = "60s",
      description =
          "How long to wait for another applier, or for a table that others use: seconds, or as in"
              + " 500ms, 90s, 2m. Default: ${DEFAULT-VALUE}.")
  Duration lockTimeout = Duration.ZERO;

  @Option(
      names = "--statement-timeout",
      paramLabel = "DURATION",
      converter = Timeout.class,
      description =
          "How long each statement may take before it is stopped, as in 30s, 5m; 0: for ever. Default:"
              + " as the connection has it. Index builds and what else waits in nobody's way have"
              + " no limit.")
  @Nullable Duration statementTimeout;

  @Option(
      names = "--allow-data-loss",
      description =
          "Run what takes away rows or values. Without it, a terminal is asked, and anything else"
              + " is refused.")
  boolean allowDataLoss;

  private final List<Done> done = new ArrayList<>();

  @Override
  final List<Done> done() {
    return List.copyOf(done);
  }

  /** Runs scripts, and tells how it goes on. */
  final RunReport run(
      Migrator migrator, Function<Migrator, dev.varve.runtime.MigrationReport> run) {
    try (Progress progress = new Progress(varve.shell(), done)) {
      return new RunReport(run.apply(migrator.listener(progress)));
    }
  }

  final Migrator migrator(Connection connection) {
    Migrator migrator = varve.runner(connection).lockTimeout(lockTimeout);
    return statementTimeout == null ? migrator : migrator.statementTimeout(statementTimeout);
  }

  final boolean canAsk() {
    return varve.shell().person().isPresent();
  }

  /**
   * Shows what would be run and lost, and asks.
   *
   * @throws CommandException if the answer is no
   */
  final void ask(List<String> scripts, List<String> losses) {
    Shell shell = varve.shell();
    shell.err().println("To be run:");
    scripts.forEach(script -> shell.err().println("  " + script));
    shell.err().println(shell.in(Colour.RED, "This takes away, with the data in it:"));
    losses.forEach(loss -> shell.err().println("  " + loss));
    if (!shell.agrees("Lose it?")) {
      throw CommandException.failed("nothing was run");
    }
  }
}
