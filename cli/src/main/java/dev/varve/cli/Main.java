package dev.varve.cli;

import java.util.logging.LogManager;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends the JVM with its exit code.
   *
   * @param args the command with its options
   */
  public static void main(String[] args) {
    // The applier and the drivers log; what a person must know, the commands say.
    LogManager.getLogManager().reset();
    System.exit(Varve.run(Shell.ofProcess(), args));
  }
}
