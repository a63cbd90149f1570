package dev.varve.cli;

import dev.varve.runtime.Direction;
import dev.varve.runtime.MigrationPlan;
import dev.varve.runtime.MigrationPlan.Run;
import dev.varve.runtime.Migrator;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code varve up}. */
@Command(
    name = "up",
    description = "Applies what is pending. A SQLite file that doesn't exist is made.",
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  varve up",
      "  varve up --to 20261120070501 --lock-timeout 5m",
      "  varve up --allow-drafts --database-url sqlite:dev.db",
      "  varve up --allow-data-loss --json    # in a deployment that may drop columns"
    })
final class UpCommand extends RunCommand {
  @Option(
      names = "--to",
      paramLabel = "VERSION",
      converter = Version.class,
      description = "The last migration to apply, 14 digits.")
  @Nullable String to;

  @Mixin Permissions permissions;

  @Override
  RunReport report() throws SQLException {
    return varve.connected(
        true,
        connection -> {
          Migrator migrator = permissions.grant(migrator(connection));
          if (!allowDataLoss) {
            spareData(to == null ? migrator.plan() : migrator.planUpTo(to));
          }
          return run(migrator, each -> to == null ? each.up() : each.upTo(to));
        });
  }

  private void spareData(MigrationPlan plan) {
    requireAllowed(plan.problems());
    List<Run> steps = plan.steps();
    List<String> losses = Losses.of(plan, steps, varve.project());
    if (losses.isEmpty()) {
      return;
    }
    if (!canAsk()) {
      throw CommandException.failed(
          "this takes away data; agree to it with --allow-data-loss:\n  - "
              + String.join("\n  - ", losses));
    }
    ask(steps.stream().map(UpCommand::script).toList(), losses);
  }

  /** What forbids it comes first: nobody should agree to a loss only to be told to go on. */
  private static void requireAllowed(List<String> problems) {
    if (!problems.isEmpty()) {
      String count = problems.size() == 1 ? "one problem" : problems.size() + " problems";
      throw CommandException.failed(
          count + ", so nothing was run:\n  - " + String.join("\n  - ", problems));
    }
  }

  private static String script(Run step) {
    return step.direction() == Direction.UP
        ? step.migration().upFile()
        : step.migration().downFile();
  }
}
