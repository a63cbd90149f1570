package dev.varve.runtime;

import dev.varve.runtime.format.MigrationName;
import java.util.Optional;

/** One thing to do with one migration. */
sealed interface Step {
  MigrationName migration();

  /** What it runs. */
  Script script();

  /** Which way it goes, or empty where it only writes down something. */
  Optional<Direction> direction();

  /** How the history says that it is done. */
  HistoryChange done(long durationMs);

  /** How the history says that it is begun: for a script without a transaction. */
  HistoryChange begun();

  /** How the history says that so many statements are done: for the same. */
  HistoryChange progress(int statements, long durationMs);

  /** The state its row in the history has while its statements run without a transaction. */
  HistoryRow.State running();

  /** How many statements an applier has done before that stopped in the middle. */
  default int from() {
    return 0;
  }

  /** Whether it must not run while there is something that it would destroy. */
  default boolean sparesData() {
    return false;
  }

  /**
   * Runs the up script.
   *
   * @param from how many of its statements are done
   * @param hasRow whether it has its row in the history
   */
  record Apply(Migration target, Script script, int from, boolean hasRow) implements Step {
    @Override
    public MigrationName migration() {
      return target.name();
    }

    @Override
    public Optional<Direction> direction() {
      return Optional.of(Direction.UP);
    }

    @Override
    public HistoryChange done(long durationMs) {
      int count = script.statements().size();
      return script.directives().transactional()
          ? HistoryChange.insert(target, HistoryRow.State.APPLIED, count, durationMs)
          : HistoryChange.progress(
              migration().version(), HistoryRow.State.APPLIED, count, durationMs);
    }

    @Override
    public HistoryChange begun() {
      return hasRow
          ? progress(from, 0)
          : HistoryChange.insert(target, HistoryRow.State.RUNNING, from, 0);
    }

    @Override
    public HistoryRow.State running() {
      return HistoryRow.State.RUNNING;
    }

    @Override
    public HistoryChange progress(int statements, long durationMs) {
      return HistoryChange.progress(migration().version(), running(), statements, durationMs);
    }
  }

  /**
   * Runs the down script.
   *
   * @param row what the history says
   * @param script from the file, or for a draft as it was stored
   * @param sparesData whether consent to lose data is missing
   */
  record Revert(HistoryRow row, Script script, boolean sparesData) implements Step {
    @Override
    public MigrationName migration() {
      return row.migration();
    }

    @Override
    public Optional<Direction> direction() {
      return Optional.of(Direction.DOWN);
    }

    @Override
    public int from() {
      return row.state() == HistoryRow.State.REVERTING ? row.statementsDone() : 0;
    }

    @Override
    public HistoryChange done(long durationMs) {
      return HistoryChange.delete(row.version());
    }

    @Override
    public HistoryChange begun() {
      return progress(from(), 0);
    }

    @Override
    public HistoryRow.State running() {
      return HistoryRow.State.REVERTING;
    }

    @Override
    public HistoryChange progress(int statements, long durationMs) {
      return HistoryChange.progress(row.version(), running(), statements, durationMs);
    }
  }

  /**
   * Writes down what has changed about an applied draft whose up script is the same: that it is
   * sealed, that it has another name, that its down script is another.
   */
  record Adopt(Migration target, Script script) implements Step {
    @Override
    public MigrationName migration() {
      return target.name();
    }

    @Override
    public Optional<Direction> direction() {
      return Optional.empty();
    }

    @Override
    public HistoryChange done(long durationMs) {
      return HistoryChange.adopt(target);
    }

    @Override
    public HistoryChange begun() {
      return done(0);
    }

    @Override
    public HistoryRow.State running() {
      return HistoryRow.State.APPLIED;
    }

    @Override
    public HistoryChange progress(int statements, long durationMs) {
      return done(0);
    }
  }
}
