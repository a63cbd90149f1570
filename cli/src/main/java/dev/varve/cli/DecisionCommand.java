package dev.varve.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** A command that changes the history because a person says so. */
abstract class DecisionCommand extends AskingCommand {
  @Option(
      names = "--lock-timeout",
      paramLabel = "DURATION",
      converter = Timeout.class,
      defaultValue = "60s",
      description =
          "How long to wait for an applier: seconds, or as in 500ms, 90s, 2m. Default:"
              + " ${DEFAULT-VALUE}.")
  Duration lockTimeout = Duration.ZERO;
}
