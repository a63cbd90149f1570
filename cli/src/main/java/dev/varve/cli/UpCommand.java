package dev.varve.cli;

import dev.varve.runtime.MigrationPlan;
import dev.varve.runtime.Migrator;
import java.sql.SQLException;
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
          if (allowDataLoss) {
            return run(migrator.allowDataLoss(), each -> to == null ? each.up() : each.upTo(to));
          }
          MigrationPlan plan = to == null ? migrator.plan() : migrator.planUpTo(to);
          agree(plan);
          return run(migrator, each -> each.up(plan));
        });
  }
}
