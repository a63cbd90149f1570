package dev.varve.cli;

import dev.varve.runtime.MigrationPlan;
import dev.varve.runtime.Migrator;
import java.sql.SQLException;
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
    @Parameters(
        index = "0",
        paramLabel = "N",
        converter = Count.class,
        description = "How many. Default: 1.")
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
    int count = extent.count == null ? 1 : extent.count;
    return varve.connected(
        false,
        connection -> {
          Migrator migrator = migrator(connection);
          if (allowDataLoss) {
            return run(
                migrator.allowDataLoss(),
                each -> extent.version == null ? each.down(count) : each.downTo(extent.version));
          }
          MigrationPlan plan = plan(migrator, count);
          agree(plan);
          return run(migrator, each -> each.down(plan));
        });
  }

  private MigrationPlan plan(Migrator migrator, int count) {
    return extent.version == null ? migrator.planDown(count) : migrator.planDownTo(extent.version);
  }
}
