package dev.varve.cli;

/** What a command tells the shell by its exit code. */
enum ExitCode {
  /** It is done, or there was nothing to do. */
  DONE(0),
  /** It has failed, or was refused. */
  FAILED(1),
  /** It was called in a wrong way; nothing was done. */
  USAGE(2),
  /** {@code status} or {@code verify} found something pending, drafted or different. */
  FOUND(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
