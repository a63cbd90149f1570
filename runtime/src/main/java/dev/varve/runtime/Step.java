package dev.varve.runtime;

import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import java.util.Optional;

/** One thing to do with one migration. */
sealed interface Step {
  MigrationName migration();

  /** What it runs. */
  Script script();

  /** Whether the migration may still change. */
  boolean draft();

  /** Which way it goes, or empty where it only writes down something. */
  Optional<Direction> direction();

  /** How the history says that it is done. */
  HistoryChange done(long durationMs);

  /** How the history says that it is begun: for a script without a transaction. */
  HistoryChange begun();

  /** How the history says that so many statements are done: for the same. */
  HistoryChange progress(int statements, long durationMs);

  /** How the history says that the statement after so many may be done or not: for the same. */
  HistoryChange inFlight(int statements, long durationMs);

  /** The state its row in the history has while its statements run without a transaction. */
  HistoryRow.State running();

  /** How many statements an applier has done before that stopped in the middle. */
  default int from() {
    return 0;
  }

  /** Whether that applier left it unknown if the statement after those is done. */
  default boolean uncertain() {
    return false;
  }

  /** Whether it must not run while there is something that it would destroy. */
  default boolean sparesData() {
    return false;
  }

  /**
   * Runs the up script.
   *
   * @param row what the history says, if an applier has begun and has not come to the end
   */
  record Apply(Migration target, Script script, Optional<HistoryRow> row) implements Step {
    @Override
    public MigrationName migration() {
      return target.name();
    }

    @Override
    public boolean draft() {
      return target.draft();
    }

    @Override
    public Optional<Direction> direction() {
      return Optional.of(Direction.UP);
    }

    @Override
    public HistoryChange done(long durationMs) {
      int count = script.statements().size();
      return script.directives().transactional()
          ? HistoryChange.insert(target, HistoryRow.State.APPLIED, count)
          : HistoryChange.progress(
              migration().version(), HistoryRow.State.APPLIED, count, durationMs);
    }

    @Override
    public int from() {
      return row.map(HistoryRow::statementsDone).orElse(0);
    }

    @Override
    public boolean uncertain() {
      return row.isPresent() && row.get().state().inFlight();
    }

    @Override
    public HistoryChange begun() {
      if (row.isEmpty()) {
        return HistoryChange.insert(target, running(), 0);
      }
      return uncertain() ? inFlight(from(), 0) : progress(from(), 0);
    }

    @Override
    public HistoryChange inFlight(int statements, long durationMs) {
      return HistoryChange.progress(
          migration().version(), HistoryRow.State.RUNNING_STATEMENT, statements, durationMs);
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
    public boolean draft() {
      return row.draft();
    }

    @Override
    public Optional<Direction> direction() {
      return Optional.of(Direction.DOWN);
    }

    @Override
    public int from() {
      return row.state().isReverting() ? row.statementsDone() : 0;
    }

    @Override
    public boolean uncertain() {
      return row.state() == HistoryRow.State.REVERTING_STATEMENT;
    }

    @Override
    public HistoryChange done(long durationMs) {
      return HistoryChange.delete(row.version());
    }

    @Override
    public HistoryChange begun() {
      return uncertain() ? inFlight(from(), 0) : progress(from(), 0);
    }

    @Override
    public HistoryChange inFlight(int statements, long durationMs) {
      return HistoryChange.progress(
          row.version(), HistoryRow.State.REVERTING_STATEMENT, statements, durationMs);
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
    static Adopt of(Migration target, Engine engine) {
      return new Adopt(target, Script.read(target.name(), target.name().upFile(), "", engine));
    }

    @Override
    public MigrationName migration() {
      return target.name();
    }

    @Override
    public boolean draft() {
      return target.draft();
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
    public HistoryChange inFlight(int statements, long durationMs) {
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
