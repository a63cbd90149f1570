package dev.varve.runtime;

import dev.varve.runtime.format.Backfill;
import dev.varve.runtime.format.BatchedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs a statement in batches, each a transaction together with the row that says how far it is. So
 * each row of the table is met once, whatever ends the applier in between: a statement like {@code
 * SET n = n + 1} may be batched, too. It ends at the last key that there was when it began.
 */
final class BackfillRun {
  private final Session session;
  private final Single single;
  private final Backfill backfill;
  private final BackfillSql sql;
  private final BackfillTable table;
  private final BatchSize size;
  private final long estimate;
  private Optional<BackfillRow> committed = Optional.empty();
  private boolean done;

  private BackfillRun(Session session, Single single, BackfillSql sql, long estimate) {
    this.session = session;
    this.single = single;
    this.backfill = single.statement().backfill().orElseThrow();
    this.sql = sql;
    this.table =
        new BackfillTable(
            session,
            single.step().migration().version(),
            single.step().direction().orElseThrow(),
            single.index());
    this.size = new BatchSize(backfill);
    this.estimate = estimate;
  }

  /**
   * Prepares to run.
   *
   * @throws MigrationException if the table has no key by which that can be done
   */
  static BackfillRun of(Session session, Single single) throws SQLException {
    BatchedStatement statement = BatchedStatement.of(single.statement(), session.engine());
    BackfillKey.Found key = BackfillKey.of(session, single.statement());
    if (key.problem().isPresent()) {
      throw Failure.of(single.step().script(), single.statement(), key.problem().get()).exception();
    }
    long estimate = session.backfills().estimate(statement);
    return new BackfillRun(
        session, single, new BackfillSql(session, statement, key.columns()), estimate);
  }

  void run() throws SQLException {
    while (!done) {
      long start = System.nanoTime();
      transaction();
      committed.ifPresent(this::tell);
      if (!done) {
        LockLadder.sleep(pauseMs(start));
      }
    }
  }

  private long pauseMs(long start) {
    return backfill
        .pause()
        .map(Duration::toMillis)
        .orElseGet(() -> (System.nanoTime() - start) / 10_000_000);
  }

  /** One batch, again and again in smaller ones where it can't have its locks or takes too long. */
  private void transaction() throws SQLException {
    while (true) {
      session.backfills().begin(single);
      long start = System.nanoTime();
      try {
        batch(start);
        return;
      } catch (SQLException e) {
        session.rollback(e);
        boolean smaller = size.halve();
        if (!(smaller && session.backfills().timedOut(single, e, start))) {
          session.retry(Unit.of(single.step()), failed(e));
        }
      } catch (RuntimeException | Error e) {
        session.rollback(e);
        throw e;
      }
    }
  }

  private MigrationException failed(SQLException e) {
    long rows = committed.map(BackfillRow::rows).orElse(0L);
    return Failure.of(single.step().script(), single.statement(), e)
        .hint(rows + " rows are done and stay; the next run goes on with the others.")
        .exception();
  }

  private void batch(long start) throws SQLException {
    if (session.backfills().isDone(single)) {
      session.rollback(new MigrationException("another applier was faster"));
      done = true;
      return;
    }
    Optional<BackfillRow> stored = table.find();
    if (committed.isEmpty() && stored.isPresent()) {
      size.resume(stored.get().batch());
      committed = stored;
    }
    Optional<BackfillRow> row = stored.isPresent() ? stored : first();
    Optional<End> end = row.isPresent() ? end(row.get()) : Optional.empty();
    if (row.isPresent() && end.isPresent()) {
      batch(stored.isPresent(), row.get(), end.get(), start);
    } else {
      end(stored.isPresent());
    }
  }

  private void batch(boolean stored, BackfillRow row, End end, long start) throws SQLException {
    boolean last = end.rows() < size.rows() || end.key().equals(row.upper());
    String to = last ? row.upper() : end.key();
    session.runLimited(single.step().script(), sql.batch(row.cursor(), to));
    if (last) {
      end(stored);
    } else {
      size.took((System.nanoTime() - start) / 1_000_000);
      BackfillRow next = row.after(to, end.rows(), size.rows());
      session.backfills().commit(stored ? table.update(next) : table.insert(next));
    }
    committed = Optional.of(row.after(to, end.rows(), size.rows()));
  }

  /** The last batch's transaction says in the history that the statement is done. */
  private void end(boolean stored) throws SQLException {
    if (stored) {
      table.delete();
    }
    session.backfills().commit(single.done());
    done = true;
  }

  private void tell(BackfillRow row) {
    Step step = single.step();
    Direction direction = step.direction().orElseThrow();
    session
        .settings
        .listener()
        .backfilling(row.progress(step.migration(), direction, single.index()));
  }

  /** Where it begins, or empty where the table has no row. */
  private Optional<BackfillRow> first() throws SQLException {
    try (Statement query = session.statement();
        ResultSet result = query.executeQuery(sql.last())) {
      return result.next()
          ? Optional.of(
              new BackfillRow(Optional.empty(), result.getString(1), 0, estimate, size.rows()))
          : Optional.empty();
    }
  }

  /**
   * Where a batch ends.
   *
   * @param rows how many rows it has, at least 1
   */
  private record End(String key, int rows) {}

  private Optional<End> end(BackfillRow row) throws SQLException {
    try (Statement query = session.statement();
        ResultSet result = query.executeQuery(sql.next(row.cursor(), row.upper(), size.rows()))) {
      return result.next()
          ? Optional.of(new End(result.getString(1), result.getInt(2)))
          : Optional.empty();
    }
  }
}
