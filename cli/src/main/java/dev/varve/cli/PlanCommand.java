package dev.varve.cli;

import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code varve plan}. */
@Command(
    name = "plan",
    description = {
      "Prints the SQL that up would run now. Only reads.",
      "Exit code 1 if up would refuse to run it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  varve plan",
      "  varve plan --allow-drafts --database-url sqlite:shop.db | less",
      "  varve plan --json | jq '[.steps[].hazards[]]'"
    })
final class PlanCommand extends ReportCommand {
  @Mixin Permissions permissions;

  @Override
  PlanReport report() throws SQLException {
    return varve.connected(
        false,
        connection ->
            new PlanReport(permissions.grant(varve.migrator(connection)).plan(), varve.project()));
  }
}
