package dev.varve.conformance.crash;

import dev.varve.runtime.Migrator;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What an applier has to do, in phases that can each be repeated: migrations with drafts, then the
 * same with other drafts and more migrations, then back some way, then forth again.
 *
 * @param before the folder of the first phase
 * @param after the folder of the others
 * @param kept the version that the third phase goes back to
 */
record Program(Path before, Path after, String kept) {
  static final int PHASES = 4;

  /** What all is done belongs to the test's result, not to its output. */
  static final Logger LOGGER = Logger.getLogger("dev.varve.runtime");

  /** Another applier may be gone without its server process knowing it yet. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  /** Somebody who wants to know how far it is. */
  interface Progress {
    void done(int phase);
  }

  /** Runs the phases from one on. */
  void run(String url, int from, Progress progress) throws SQLException {
    for (int phase = from; phase < PHASES; phase++) {
      run(url, phase);
      progress.done(phase);
    }
  }

  private void run(String url, int phase) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      Migrator migrator =
          Migrator.of(connection)
              .directory(phase == 0 ? before : after)
              .lockTimeout(LIMIT)
              .allowDrafts();
      if (phase == 2) {
        migrator.allowDataLoss().downTo(kept);
      } else {
        migrator.up();
      }
    }
  }

  /**
   * Is an applier in a JVM of its own: it says when it is ready, waits for a line, and says after
   * each phase that it is done.
   *
   * @param args a JDBC URL, the two folders, the version, the first phase
   */
  public static void main(String[] args) throws IOException, SQLException {
    DriverManager.getDriver(args[0]);
    LOGGER.setLevel(Level.WARNING);
    System.out.println("ready");
    if (System.in.read() < 0) {
      return;
    }
    Program program = new Program(Path.of(args[1]), Path.of(args[2]), args[3]);
    program.run(args[0], Integer.parseInt(args[4]), phase -> System.out.println("done " + phase));
  }
}
