package dev.varve.cli;

import dev.varve.runtime.Migrator;
import dev.varve.runtime.Repair;
import dev.varve.runtime.Repair.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code varve repair}. */
@Command(
    name = "repair",
    description = {
      "Changes the history, and nothing else, where a person has changed something on purpose.",
      "Without an option it lists what can be decided, and changes nothing.",
      "What a merge has left in the files is repaired by compiling with -Avarve.mode=repair."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  varve repair",
      "  varve repair --accept 20261120070501",
      "  varve repair --done 20261121080000 --yes"
    })
final class RepairCommand extends DecisionCommand {
  @Option(
      names = "--accept",
      paramLabel = "VERSION",
      converter = Version.class,
      description =
          "Its script, changed on purpose since it was applied and sealed so, counts as applied as"
              + " it is now.")
  List<String> accept = List.of();

  @Option(
      names = "--forget",
      paramLabel = "VERSION",
      converter = Version.class,
      description = "It is gone for good. What it has made stays.")
  List<String> forget = List.of();

  @Option(
      names = "--done",
      paramLabel = "VERSION",
      converter = Version.class,
      description = "The statement at which it has stopped is done.")
  List<String> done = List.of();

  @Option(
      names = "--not-done",
      paramLabel = "VERSION",
      converter = Version.class,
      description = "The statement at which it has stopped has left nothing.")
  List<String> notDone = List.of();

  @Override
  RepairsReport report() throws SQLException {
    return varve.connected(
        false, connection -> report(varve.migrator(connection).lockTimeout(lockTimeout)));
  }

  private RepairsReport report(Migrator migrator) {
    List<Repair> possible = migrator.planRepair();
    List<Repair> chosen = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      versions(kind).forEach(version -> chosen.add(find(possible, kind, version)));
    }
    if (chosen.isEmpty()) {
      return new RepairsReport(possible, List.of(), problems(migrator));
    }
    ask("To be changed in the history", chosen.stream().map(Repair::sentence).toList());
    return new RepairsReport(List.of(), migrator.repair(chosen).done(), List.of());
  }

  /** What disagrees; drafts and their order are no matter of a repair. */
  private static List<String> problems(Migrator migrator) {
    return migrator.allowDrafts().allowOutOfOrder().status().problems();
  }

  private List<String> versions(Kind kind) {
    return switch (kind) {
      case ACCEPT -> accept;
      case FORGET -> forget;
      case DONE -> done;
      case NOT_DONE -> notDone;
    };
  }

  private static Repair find(List<Repair> possible, Kind kind, String version) {
    for (Repair repair : possible) {
      if (repair.kind() == kind && repair.migration().version().equals(version)) {
        return repair;
      }
    }
    String others = possible.isEmpty() ? RepairsReport.NOTHING : RepairsReport.listed(possible);
    throw CommandException.failed(
        RepairsReport.option(kind) + ' ' + version + " makes no sense now; " + others);
  }
}
