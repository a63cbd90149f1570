package dev.varve.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code varve completion}. */
@Command(
    name = "completion",
    description = "Prints a script by which bash and zsh complete commands and options.",
    mixinStandardHelpOptions = true,
    versionProvider = Varve.Release.class,
    footer = {
      "",
      "Examples:",
      "  source <(varve completion)           # for this shell",
      "  varve completion > /etc/bash_completion.d/varve"
    })
final class CompletionCommand implements Runnable {
  @ParentCommand Varve varve;
  @Spec CommandSpec spec;

  @Override
  public void run() {
    varve.shell().out().print(AutoComplete.bash("varve", spec.root().commandLine()));
    varve.shell().out().flush();
  }
}
