package dev.varve.seed.rich;

import dev.varve.seed.load.Ids;
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
  private final Loader loader;
  private final Sender sender;

  /** The chunk that is sent next. */
  private SendingThread.@Nullable Work ready;

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
    this.loader = loader;
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
        NewKeys keys = new NewKeys(chunk.parts());
        keys.give(keys.reserve(loader));
        sender.ready(chunk).run();
      }
    }
    return sender.made();
  }

  /**
   * A chunk's keys are asked for before the chunk in front of it is sent: so the next one can be
   * made ready meanwhile, and the database doesn't wait for it.
   */
  private void overlapped(Generator generator, Chunk first) throws SQLException {
    try (SendingThread thread = new SendingThread()) {
      sending = thread;
      for (Chunk chunk = first; chunk != null; chunk = generator.next()) {
        NewKeys keys = new NewKeys(chunk.parts());
        List<Ids> reserved = thread.ask(() -> keys.reserve(loader));
        sendReady(thread);
        keys.give(reserved);
        ready = sender.ready(chunk);
      }
      sendReady(thread);
      thread.finish();
    } finally {
      sending = null;
    }
  }

  private void sendReady(SendingThread thread) throws SQLException {
    SendingThread.Work next = ready;
    ready = null;
    if (next != null) {
      thread.add(next);
    }
  }

  /** Asks the database, on the thread that has the connection, when all is sent that is ready. */
  private <T> T ask(Question<T> question) throws SQLException {
    SendingThread thread = sending;
    if (thread == null) {
      return question.ask();
    }
    sendReady(thread);
    return thread.ask(question::ask);
  }

  private interface Question<T> {
    T ask() throws SQLException;
  }
}
