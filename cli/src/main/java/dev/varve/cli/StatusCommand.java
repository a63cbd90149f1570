package dev.varve.cli;

import java.sql.SQLException;
import picocli.CommandLine.Command;

/** {@code varve status}. */
@Command(
    name = "status",
    description = {
      "Lists the migrations that are here or applied. Only reads.",
      "Exit code 3 if something is pending, a draft, or not as it should be."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  varve status --database-url sqlite:shop.db",
      "  varve status --env-file .env --dir src/main/db",
      "  varve status --json | jq '.migrations[] | select(.state == \"pending\")'"
    })
final class StatusCommand extends ReportCommand {
  @Override
  StatusReport report() throws SQLException {
    return varve.reading(connection -> new StatusReport(varve.migrator(connection).status()));
  }
}
