package dev.varve.cli;

import dev.varve.runtime.MigrationPlan;
import dev.varve.runtime.Migrator;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code varve down}. */
@Command(
    name = "down",
    description = "Reverts what was applied last, the newest first, by its down scripts.",
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  varve down                           # the newest migration",
      "  varve down 3",
      "  varve down --to 20261120070501       # this one stays",
      "  varve down --allow-data-loss --database-url sqlite:dev.db"
    })
final class DownCommand extends RunCommand {
  /** How far, in one of two ways. */
  static final class Extent {
    @Parameters(index = "0", paramLabel = "N", description = "How many. Default: 1.")
    @Nullable Integer count;

    @Option(
        names = "--to",
        paramLabel = "VERSION",
        converter = Version.class,
        description = "All that are newer than this one, 14 digits.")
    @Nullable String version;
  }

  @ArgGroup(exclusive = true)
  Extent extent = new Extent();

  @Override
  RunReport report() throws SQLException {
    int count = count();
    return varve.connected(
        false,
        connection -> {
          Migrator migrator = migrator(connection);
          boolean agreed = allowDataLoss || agreed(plan(migrator, count));
          return run(
              agreed ? migrator.allowDataLoss() : migrator,
              each -> extent.version == null ? each.down(count) : each.downTo(extent.version));
        });
  }

  private int count() {
    int count = extent.count == null ? 1 : extent.count;
    if (count < 1) {
      throw CommandException.usage("how many to revert is at least 1, found " + count);
    }
    return count;
  }

  private MigrationPlan plan(Migrator migrator, int count) {
    return extent.version == null ? migrator.planDown(count) : migrator.planDownTo(extent.version);
  }

  /** Asks a person who is there. Where nobody is, the applier refuses to lose rows or values. */
  private boolean agreed(MigrationPlan plan) {
    List<String> losses = Losses.ofReverting(plan, varve.project());
    if (!canAsk() || losses.isEmpty() || !plan.problems().isEmpty()) {
      return false;
    }
    ask(plan.steps().stream().map(step -> step.migration().downFile()).toList(), losses);
    return true;
  }
}
