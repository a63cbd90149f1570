package dev.varve.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** A command that asks a person before it changes what only a person may decide about. */
abstract class AskingCommand extends ReportCommand {
  @Option(
      names = "--yes",
      description = "Don't ask. Without it, a terminal is asked, and anything else is refused.")
  boolean yes;

  /**
   * Shows what will be done, and asks unless that was answered.
   *
   * @throws CommandException if the answer is no, or if nobody can be asked
   */
  final void ask(String heading, List<String> lines) {
    if (yes) {
      return;
    }
    Shell shell = varve.shell();
    String target = varve.target().isEmpty() ? "" : " on " + varve.target();
    shell.err().println(heading + target + ":");
    lines.forEach(line -> shell.err().println("  " + line));
    if (shell.person().isEmpty()) {
      throw CommandException.failed("nothing was changed; agree to it with --yes");
    }
    if (!shell.agrees("Go on?")) {
      throw CommandException.failed("nothing was changed");
    }
  }
}
