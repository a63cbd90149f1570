package dev.varve.runtime;

import dev.varve.runtime.format.MigrationName;
import java.time.Duration;
import java.util.List;

/**
 * What the applier has done. {@link #toString} is one line for a log.
 *
 * @param database {@code postgresql} or {@code sqlite}
 * @param done the scripts that were run, in order; empty where the database was up to date
 * @param ahead what a newer release has applied, so that it is not here; empty if something was run
 * @param took from the first look at the history to the end
 */
public record MigrationReport(
    String database, List<Done> done, List<MigrationName> ahead, Duration took) {
  /** Copies the lists. */
  public MigrationReport {
    done = List.copyOf(done);
    ahead = List.copyOf(ahead);
  }

  /**
   * A script that was run.
   *
   * @param migration the migration it belongs to
   * @param direction whether it was applied or reverted
   * @param statements how many statements were run
   * @param took how long they took together, with the commit
   */
  public record Done(MigrationName migration, Direction direction, int statements, Duration took) {
    @Override
    public String toString() {
      String verb = direction == Direction.UP ? "applied " : "reverted ";
      String count = statements == 1 ? "1 statement" : statements + " statements";
      return verb + migration + " (" + count + ", " + took.toMillis() + " ms)";
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(database).append(": ");
    if (done.isEmpty()) {
      text.append("nothing to do");
      return ahead.isEmpty()
          ? text.toString()
          : text.append("; applied by a newer release: ").append(ahead).toString();
    }
    String separator = "";
    for (Done one : done) {
      text.append(separator).append(one);
      separator = ", ";
    }
    return text.toString();
  }
}
