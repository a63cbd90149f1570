package dev.varve.cli;

import dev.varve.project.FileProblem;
import dev.varve.runtime.MigrationReport.Done;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that reports something. */
abstract class ReportCommand implements Callable<Integer> {
  @ParentCommand Varve varve;
  @Spec CommandSpec spec;

  @Option(names = "--json", description = "Report in JSON; docs/cli.md describes it.")
  boolean json;

  /** Does it. */
  abstract Report report() throws SQLException, FileProblem;

  /** The scripts that were run before it failed, in order. */
  List<Done> done() {
    return List.of();
  }

  @Override
  public final Integer call() throws SQLException, FileProblem {
    Report report = report();
    show(report);
    return report.exitCode().number();
  }

  final void show(Report report) {
    Shell shell = varve.shell();
    String target = varve.target();
    if (json) {
      shell.out().println(JsonReport.of(spec.name(), target, report));
    } else {
      String first = target.isEmpty() ? "" : report.comment() + "database: " + target + '\n';
      shell.out().println(first + report.text(shell));
    }
    shell.out().flush();
  }
}
