package dev.varve.cli;

import dev.varve.project.FileProblem;
import dev.varve.project.ProjectFolder;
import dev.varve.schema.Dialect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code varve create}. */
@Command(
    name = "create",
    description = {
      "Adds an empty pair of scripts, up and down, to write by hand: for rows, triggers, views,"
          + " functions. It is a draft, later than all migrations there are, and compilations leave"
          + " it alone. Needs no database."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  varve create fill_names",
      "  varve create audit_orders --dialect postgresql",
      "  $EDITOR $(varve create fill_names --json | jq -r '.scripts[].up')"
    })
final class CreateCommand extends ReportCommand {
  @Parameters(
      paramLabel = "NAME",
      description = "What it does: small letters, digits and _, as in fill_names.")
  String name = "";

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      split = ",",
      converter = DialectName.class,
      completionCandidates = DialectName.class,
      description =
          "${COMPLETION-CANDIDATES}, or both. Default: each that has migrations in the folder.")
  List<Dialect> dialects = new ArrayList<>();

  @Override
  CreateReport report() throws FileProblem {
    Set<Dialect> chosen = EnumSet.noneOf(Dialect.class);
    chosen.addAll(dialects);
    return new CreateReport(
        new ProjectFolder(varve.dir).create(NewName.of(name), chosen, Optional.empty()));
  }
}
