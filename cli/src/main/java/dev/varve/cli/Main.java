package dev.varve.cli;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit code.
   *
   * @param args the command with its options
   */
  public static void main(String[] args) {
    Silence.begin();
    System.exit(Varve.run(Shell.ofProcess(), args));
  }
}
