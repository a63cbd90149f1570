package dev.varve.cli;

/**
 * Configures java.util.logging, if somebody logs, to write nothing: the applier and the drivers
 * log; what a person must know, the commands say. A run that logs nothing need not read a
 * configuration (<a
 * href="https://docs.oracle.com/en/java/javase/17/docs/api/java.logging/java/util/logging/LogManager.html">LogManager</a>).
 */
public final class Silence {
  /** LogManager calls it: without handlers nothing is written. */
  public Silence() {}

  /** Before anything is logged. */
  static void begin() {
    System.setProperty("java.util.logging.config.class", Silence.class.getName());
  }
}
