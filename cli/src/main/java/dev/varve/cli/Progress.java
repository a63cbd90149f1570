package dev.varve.cli;

import dev.varve.runtime.BackfillProgress;
import dev.varve.runtime.Direction;
import dev.varve.runtime.MigrationListener;
import dev.varve.runtime.MigrationReport.Done;
import dev.varve.runtime.format.MigrationName;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is run: a line for each script, and how long one has been running. A terminal sees
 * that count on one line; what else reads it gets a further line now and then.
 */
final class Progress implements MigrationListener, AutoCloseable {
  private static final Duration ON_A_TERMINAL = Duration.ofSeconds(1);
  private static final Duration ELSEWHERE = Duration.ofSeconds(30);

  /** Back to the beginning of the line, and clears it (ECMA-48, EL). */
  private static final String ANEW = "\r\u001b[K";

  private final Shell shell;
  private final List<Done> done;
  private final boolean terminal;
  private final Timer timer = new Timer("progress", true);
  private @Nullable String current;
  private String rows = "";
  private final SortedMap<Integer, Long> batched = new TreeMap<>();
  private long since;
  private long nextWaiting;

  /**
   * Starts to show.
   *
   * @param done gets each script that is done
   */
  Progress(Shell shell, List<Done> done) {
    this.shell = shell;
    this.done = done;
    this.terminal = shell.person().isPresent() && shell.coloured();
    long period = (terminal ? ON_A_TERMINAL : ELSEWHERE).toMillis();
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            tick();
          }
        },
        period,
        period);
  }

  @Override
  public synchronized void started(MigrationName migration, Direction direction) {
    current = (direction == Direction.UP ? "applying " : "reverting ") + migration;
    rows = "";
    batched.clear();
    since = System.nanoTime();
    show(current + " ...");
  }

  /** Seen with the next count of seconds: batches are many. */
  @Override
  public synchronized void backfilling(BackfillProgress progress) {
    batched.put(progress.statement(), progress.rows());
    rows = ", statement " + progress.statement() + ": " + counted(progress);
  }

  private static String counted(BackfillProgress progress) {
    long all = progress.estimate();
    String percent = all == 0 ? "" : " (" + 100 * progress.rows() / all + " %)";
    return progress.rows() + " rows" + percent;
  }

  @Override
  public synchronized void finished(Done one) {
    current = null;
    done.add(one);
    long all = batched.values().stream().mapToLong(Long::longValue).sum();
    line(one + (batched.isEmpty() ? "" : ", " + all + " rows in batches"));
  }

  @Override
  public synchronized void waiting(Duration waited) {
    if (waited.toNanos() >= nextWaiting) {
      nextWaiting = waited.toNanos() + (terminal ? ON_A_TERMINAL : ELSEWHERE).toNanos();
      show("waiting for another applier, or for a table that others use, " + seconds(waited));
    }
  }

  private synchronized void tick() {
    if (current != null) {
      show(current + rows + " ... " + seconds(Duration.ofNanos(System.nanoTime() - since)));
    }
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }

  /** Something that the next text replaces. */
  private void show(String text) {
    if (terminal) {
      shell.err().print(ANEW + text);
      shell.err().flush();
    } else {
      shell.err().println(text);
    }
  }

  private void line(String text) {
    shell.err().println(terminal ? ANEW + text : text);
  }

  /** Stops, and ends a line that isn't complete. */
  @Override
  public synchronized void close() {
    timer.cancel();
    if (current != null && terminal) {
      shell.err().println();
    }
    current = null;
  }
}
