package dev.varve.cli;

/** Why a command can't do what it was asked for. The message is for the person who asked. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  private CommandException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** It was called in a wrong way. */
  static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, message);
  }

  /** It can't be done, or must not be. */
  static CommandException failed(String message) {
    return new CommandException(ExitCode.FAILED, message);
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
