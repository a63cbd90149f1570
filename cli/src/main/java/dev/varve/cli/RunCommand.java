package dev.varve.cli;

import dev.varve.runtime.MigrationPlan;
import dev.varve.runtime.MigrationPlan.Run;
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
          "Run what takes away rows or values. Without it, a terminal is asked first, and elsewhere"
              + " nothing is run. A table without rows and a column without values are no loss.")
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

  /**
   * Shows what would be run and lost, if anything, and asks.
   *
   * @throws CommandException if the answer is no, or if nobody can be asked
   */
  final void agree(MigrationPlan plan) {
    if (plan.losses().isEmpty()) {
      return;
    }
    List<String> losses = plan.losses().stream().map(loss -> Wording.masked(loss + "")).toList();
    if (!plan.problems().isEmpty()) {
      throw CommandException.failed("nothing was run" + both(plan.problems(), losses));
    }
    if (varve.shell().person().isEmpty()) {
      throw CommandException.failed(
          "this takes away data, so nothing was run; agree to it with --allow-data-loss:"
              + listed(losses));
    }
    ask(plan.steps().stream().map(Run::file).toList(), losses);
  }

  /** Who mends the first shall not be stopped by the second. */
  private static String both(List<String> problems, List<String> losses) {
    return ":"
        + listed(problems.stream().map(Wording::ofApplier).toList())
        + "\nand it takes away data; agree to it with --allow-data-loss:"
        + listed(losses);
  }

  private static String listed(List<String> lines) {
    return "\n  - " + String.join("\n  - ", lines);
  }

  private void ask(List<String> scripts, List<String> losses) {
    Shell shell = varve.shell();
    shell.err().println("To be run on " + varve.target() + ":");
    scripts.forEach(script -> shell.err().println("  " + script));
    shell.err().println(shell.in(Colour.RED, "This takes away, with the data in it:"));
    losses.forEach(loss -> shell.err().println("  " + loss));
    if (!shell.agrees("Lose it?")) {
      throw CommandException.failed("nothing was run");
    }
  }
}
