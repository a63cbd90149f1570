package dev.varve.cli;

import dev.varve.project.FileProblem;
import dev.varve.project.ProjectFolder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code varve seal}. */
@Command(
    name = "seal",
    description = {
      "Seals all drafts: from then on they never change. It takes what the last compilation wrote"
          + " and can't see the records, so compile before; and after, so that the program carries"
          + " what is sealed. Needs no database."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  mvn compile && varve seal add_phone && mvn clean package",
      "  varve seal --json | jq -r '.sealed[].name'"
    })
final class SealCommand extends ReportCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "What the draft is called that follows from the records. Default: as it is now. What was"
              + " written by hand keeps its name.")
  @Nullable String name;

  @Override
  SealReport report() throws FileProblem {
    return new SealReport(
        new ProjectFolder(varve.dir).seal(Optional.ofNullable(name).map(NewName::of)));
  }
}
