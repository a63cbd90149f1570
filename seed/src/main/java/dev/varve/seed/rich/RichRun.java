package dev.varve.seed.rich;

import dev.varve.seed.load.Loader;
import dev.varve.seed.load.TableName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes and sends the rows of a plan.
 *
 * <p>The user's functions are called on the calling thread. Where there are more rows than a chunk
 * has, another thread sends while this one goes on; the connection is that thread's meanwhile.
 */
public final class RichRun {
  private final long seed;
  private final List<PlanNode> nodes;
  private final Runs runs;
  private final Sender sender;
  private @Nullable SendingThread sending;

  /**
   * Prepares a run.
   *
   * @param tables all tables that the plan may touch
   * @param sql a table's name in SQL
   * @param shared rows to refer to where there must be one and nobody plans any
   */
  public RichRun(
      long seed,
      List<PlanNode> nodes,
      Collection<PlanTable> tables,
      Loader loader,
      Function<TableName, String> sql,
      Facts facts,
      List<Outside> shared) {
    this.seed = seed;
    this.nodes = List.copyOf(nodes);
    runs =
        new Runs(
            seed,
            tables,
            new Facts() {
              @Override
              public long rows(PlanTable table) throws SQLException {
                return ask(() -> facts.rows(table));
              }

              @Override
              public List<Object[]> values(PlanTable table, PlanUnique unique) throws SQLException {
                return ask(() -> facts.values(table, unique));
              }
            },
            List.copyOf(shared));
    sender = new Sender(loader, sql, seed, runs);
  }

  /**
   * Makes the rows, within the caller's transaction.
   *
   * @throws RichException if that can't be
   */
  public Made run() throws SQLException {
    Generator generator = new Generator(seed, nodes, runs);
    Chunk first = generator.next();
    if (first != null && generator.hasMore()) {
      overlapped(generator, first);
    } else {
      for (Chunk chunk = first; chunk != null; chunk = generator.next()) {
        sender.send(chunk);
      }
    }
    return sender.made();
  }

  private void overlapped(Generator generator, Chunk first) throws SQLException {
    try (SendingThread thread = new SendingThread()) {
      sending = thread;
      for (Chunk chunk = first; chunk != null; chunk = generator.next()) {
        Chunk next = chunk;
        thread.add(() -> sender.send(next));
      }
      thread.finish();
    } finally {
      sending = null;
    }
  }

  /** Asks the database, on the thread that has the connection. */
  private <T> T ask(Question<T> question) throws SQLException {
    SendingThread thread = sending;
    return thread == null ? question.ask() : thread.ask(question::ask);
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }
}
