package dev.varve.cli;

import dev.varve.project.ChangedScript;
import dev.varve.project.FileProblem;
import dev.varve.project.ProjectFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
      "  varve seal --accept 20261120070501",
      "  varve seal --json | jq -r '.sealed[].name'"
    })
final class SealCommand extends AskingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "What the draft is called that follows from the records. Default: as it is now. What was"
              + " written by hand keeps its name.")
  @Nullable String name;

  @Option(
      names = "--accept",
      paramLabel = "VERSION",
      converter = Version.class,
      description =
          "Seals no drafts: this sealed migration, whose scripts were changed on purpose, counts as"
              + " sealed as it is now.")
  List<String> accept = List.of();

  @Override
  SealReport report() throws FileProblem {
    ProjectFolder folder = new ProjectFolder(varve.dir);
    if (accept.isEmpty()) {
      return SealReport.ofSealed(folder.seal(Optional.ofNullable(name).map(NewName::of)));
    }
    if (name != null) {
      throw CommandException.usage("say either NAME or --accept: with it no draft is sealed");
    }
    return SealReport.ofAccepted(accepted(folder));
  }

  private List<ChangedScript> accepted(ProjectFolder folder) throws FileProblem {
    List<ChangedScript> changed = new ArrayList<>();
    for (String version : accept) {
      List<ChangedScript> scripts = folder.changed(version);
      if (scripts.isEmpty()) {
        throw CommandException.failed(
            "no script of a sealed migration "
                + version
                + " is other than varve.lock says; nothing was changed");
      }
      changed.addAll(scripts);
    }
    ask("To count as sealed as they are now", changed.stream().map(SealReport::line).toList());
    folder.accept(changed);
    return changed;
  }
}
