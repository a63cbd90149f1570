package dev.varve.cli;

import dev.varve.runtime.MigrationPlan;
import dev.varve.runtime.Migrator;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code varve plan}. */
@Command(
    name = "plan",
    description = {
      "Prints the SQL that up would run now, or down. Only reads.",
      "Exit code 1 if that would be refused: without --allow-data-loss also where rows or values"
          + " would be lost, which a terminal would be asked about."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  varve plan",
      "  varve plan --allow-drafts --database-url sqlite:shop.db | less",
      "  varve plan --down 2",
      "  varve plan --down-to 20261120070501",
      "  varve plan --json | jq '[.steps[].hazards[]]'"
    })
final class PlanCommand extends ReportCommand {
  @Mixin Permissions permissions;

  @Option(
      names = "--allow-data-loss",
      description = "As with up and down: what takes away rows or values is no reason to refuse.")
  boolean allowDataLoss;

  /** The way back, in one of two ways. */
  static final class Back {
    @Option(
        names = "--down",
        paramLabel = "N",
        converter = Count.class,
        description = "What 'varve down N' would run instead.")
    @Nullable Integer count;

    @Option(
        names = "--down-to",
        paramLabel = "VERSION",
        converter = Version.class,
        description = "What 'varve down --to VERSION' would run instead.")
    @Nullable String version;
  }

  @ArgGroup(exclusive = true)
  Back back = new Back();

  @Override
  PlanReport report() throws SQLException {
    return varve.reading(
        connection ->
            new PlanReport(
                plan(permissions.grant(varve.migrator(connection))),
                varve.project(),
                allowDataLoss));
  }

  private MigrationPlan plan(Migrator migrator) {
    if (back.version != null) {
      return migrator.planDownTo(back.version);
    }
    return back.count == null ? migrator.plan() : migrator.planDown(back.count);
  }
}
