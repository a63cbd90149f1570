package dev.varve.cli;

import dev.varve.runtime.Baseline;
import dev.varve.runtime.Migrator;
import dev.varve.runtime.SchemaCheck;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.runtime.format.MigrationName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code varve baseline}. */
@Command(
    name = "baseline",
    description = {
      "Lets the migrations up to a version count as applied without running them: for a database"
          + " that has their tables, but no history.",
      "Compares the tables with the model first, and refuses where they differ. PostgreSQL needs"
          + " the privilege TEMPORARY for that."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  varve baseline 20261120070501",
      "  varve baseline 20261120070501 --yes --json      # in a script",
      "  varve baseline 20261120070501 --accept-differences"
    })
final class BaselineCommand extends DecisionCommand {
  private static final String UNSEEN =
      "Tables were compared. Views, triggers, functions and rows are in no model: nobody has looked"
          + " whether those that these migrations make are there.";

  @Parameters(
      paramLabel = "VERSION",
      converter = Version.class,
      description = "The newest that the database has, 14 digits.")
  String version = "";

  @Option(
      names = "--accept-differences",
      description = "Show where the tables differ from the model, and go on.")
  boolean acceptDifferences;

  @Option(
      names = "--unverified",
      description =
          "Don't compare. Needed for a version that isn't the newest sealed one: what the tables"
              + " were then is written nowhere.")
  boolean unverified;

  @Override
  BaselineReport report() throws SQLException {
    return varve.connected(false, this::report);
  }

  private BaselineReport report(Connection connection) throws SQLException {
    Migrator migrator = varve.migrator(connection).lockTimeout(lockTimeout);
    Baseline planned = migrator.planBaseline(version);
    if (planned.migrations().isEmpty()) {
      return new BaselineReport(planned, List.of());
    }
    requireKnownTables(planned.database());
    Optional<String> name = varve.project().lock(planned.database()).database();
    List<String> differences = differences(connection, name);
    if (!differences.isEmpty() && !acceptDifferences) {
      throw CommandException.failed(
          "the database is not what these migrations make, so nothing was changed; correct it, or"
              + " go on with --accept-differences:\n  - "
              + String.join("\n  - ", differences));
    }
    differences.forEach(line -> varve.shell().err().println("accepted: " + line));
    List<String> names = planned.migrations().stream().map(MigrationName::toString).toList();
    if (!unverified) {
      varve.shell().err().println(UNSEEN);
    }
    ask("To count as applied without being run", names);
    SchemaCheck unchanged = checked -> newOnes(differences(checked, name), differences);
    return new BaselineReport(migrator.baseline(version, unchanged), differences);
  }

  /** What has come since it was shown, before the lock was taken. */
  private static List<String> newOnes(List<String> now, List<String> accepted) {
    return now.stream().filter(line -> !accepted.contains(line)).toList();
  }

  private List<String> differences(Connection connection, Optional<String> database)
      throws SQLException {
    return unverified
        ? List.of()
        : TableComparison.with(TableComparison.SNAPSHOT, varve.project(), connection, database)
            .differences();
  }

  private void requireKnownTables(String database) {
    String newest = "";
    LockFile lock = varve.project().lock(database);
    for (LockEntry entry : lock.entries()) {
      newest = entry.state() == LockEntry.State.SEALED ? entry.migration().version() : newest;
    }
    if (!unverified && !newest.equals(version)) {
      throw CommandException.failed(
          "the tables can't be compared: snapshot.json is what "
              + newest
              + " leads to, and what they were at "
              + version
              + " is written nowhere; make it the baseline if the database has all of it, or say"
              + " --unverified");
    }
  }
}
