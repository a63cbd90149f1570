package dev.varve.cli;

import java.sql.SQLException;
import picocli.CommandLine.Command;

/** {@code varve verify}. */
@Command(
    name = "verify",
    description = {
      "Checks the scripts against varve.lock and the history, and the database's tables against"
          + " the model that the applied migrations lead to. Changes nothing; PostgreSQL needs the"
          + " privilege TEMPORARY.",
      "Exit code 3 if something is pending, a draft or different."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  varve verify --env-file production.env",
      "  varve verify --json | jq -r '.findings[].text'"
    })
final class VerifyCommand extends ReportCommand {
  @Override
  VerifyReport report() throws SQLException {
    return varve.reading(
        connection ->
            new Verifier(connection, varve.project())
                .verify(varve.migrator(connection).allowDrafts().allowOutOfOrder().status()));
  }
}
