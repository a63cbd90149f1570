package dev.varve.runtime;

import dev.varve.runtime.MigrationPlan.Loss;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings a database to a goal, unit by unit. */
final class Runner {
  private static final System.Logger LOG = System.getLogger("dev.varve.runtime");

  private final Session session;
  private final DataGuard guard;
  private final StepRunner steps;
  private final List<MigrationReport.Done> done = new ArrayList<>();

  /**
   * A runner for one run.
   *
   * @param agreed what a plan named as lost; empty where none was shown
   */
  Runner(Session session, Optional<Set<Loss>> agreed) {
    this.session = session;
    this.guard = new DataGuard(session, agreed);
    this.steps = new StepRunner(session, guard);
  }

  /** How many scripts it has run. */
  int count() {
    return done.size();
  }

  /**
   * Does what the goal asks for. Nothing is locked where the history says that it is done.
   *
   * @param seen the history as it was read last
   */
  MigrationReport run(Goal goal, List<HistoryRow> seen) throws SQLException {
    long start = System.nanoTime();
    Plan first = goal.plan(seen).allowed();
    warn(first.ahead());
    if (!first.units().isEmpty()) {
      session.lock();
      try {
        runLocked(goal);
      } catch (SQLException | RuntimeException | Error e) {
        unlockAfter(e);
        throw e;
      }
      session.unlock();
    } else if (session.lacksNames()) {
      new HistoryWriter(session).write(rows -> List.of(HistoryChange.NOTHING));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    MigrationReport report =
        new MigrationReport(
            session.engine().directory(),
            done,
            first.ahead().stream().map(HistoryRow::migration).toList(),
            took);
    LOG.log(Level.DEBUG, "{0}", report);
    return report;
  }

  private static void warn(List<HistoryRow> ahead) {
    if (!ahead.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "a newer release has applied what is not here, and nothing is pending: {0}",
          ahead.stream().map(row -> row.migration().toString()).toList());
    }
  }

  private void unlockAfter(Throwable failure) {
    try {
      session.unlock();
    } catch (SQLException | MigrationException e) {
      failure.addSuppressed(e);
    }
  }

  private void runLocked(Goal goal) throws SQLException {
    Plan plan = ownPlan(goal);
    while (!plan.units().isEmpty()) {
      boolean effective = runUnits(plan);
      Plan next = goal.plan(session.readHistory()).allowed();
      if (effective && next.equals(plan)) {
        throw new IllegalStateException("this is a bug in Varve: a step has no effect: " + plan);
      }
      plan = next;
    }
  }

  /**
   * The plan, if it takes over no table of somebody else's. Where nothing is locked, the table may
   * be another applier's, who was faster: then the history has changed too.
   */
  private Plan ownPlan(Goal goal) throws SQLException {
    while (true) {
      Plan plan = goal.plan(session.readHistory()).allowed();
      Optional<MigrationException> foreign = new ForeignTables(session, plan).first();
      if (foreign.isEmpty()) {
        return plan;
      }
      if (session.readHistory().equals(plan.rows())) {
        throw foreign.get();
      }
    }
  }

  /** Runs the units as long as nobody else can have changed the history; false if none was run. */
  private boolean runUnits(Plan plan) throws SQLException {
    boolean any = false;
    for (Unit unit : plan.units()) {
      if (!run(unit, plan)) {
        return any;
      }
      any = true;
    }
    return any;
  }

  /** Runs a unit; false where the history is not what the plan was made from any more. */
  private boolean run(Unit unit, Plan plan) throws SQLException {
    List<MigrationReport.Done> committed = new ArrayList<>();
    boolean run = transaction(unit, plan, committed);
    if (run && !unit.transactional()) {
      try {
        steps.runSingly(unit.steps().get(0), committed);
      } catch (MigrationException e) {
        throw explained(unit, e);
      }
    }
    committed.forEach(this::finished);
    return run;
  }

  /** Tries the unit's transaction, again and again where it cannot have its locks. */
  private boolean transaction(Unit unit, Plan plan, List<MigrationReport.Done> committed)
      throws SQLException {
    while (true) {
      try {
        return attempt(unit, plan, committed);
      } catch (MigrationException e) {
        committed.clear();
        session.retry(unit, explained(unit, e));
      }
    }
  }

  /** Where a draft's down script fails that the history keeps, the file's can't help by itself. */
  private static MigrationException explained(Unit unit, MigrationException e) {
    for (Step step : unit.steps()) {
      if (step instanceof Step.Revert revert
          && revert.row().draft()
          && e.file().equals(Optional.of(revert.script().file()))
          && e.statement().isPresent()
          && !e.sqlState().equals(Optional.of("55P03"))) {
        return e.failure()
            .hint("If the script is wrong: " + DraftRevert.waysOut(revert.row()))
            .exception();
      }
    }
    return e;
  }

  /** Runs all of the unit, or what comes before statements without a transaction. */
  private boolean attempt(Unit unit, Plan plan, List<MigrationReport.Done> committed)
      throws SQLException {
    session.begin(unit);
    try {
      if (!session.isHistory(plan.rows())) {
        session.rollback(new MigrationException("another applier was faster"));
        return false;
      }
      if (done.isEmpty()) {
        guard.lookAhead(plan.units());
      }
      if (unit.transactional()) {
        steps.runTogether(unit.steps(), committed);
      } else {
        steps.begin(unit.steps().get(0));
      }
      return true;
    } catch (SQLException | RuntimeException | Error e) {
      session.rollback(e);
      throw e;
    }
  }

  private void finished(MigrationReport.Done one) {
    done.add(one);
    LOG.log(Level.INFO, "{0}: {1}", session.engine().directory(), one);
    session.settings.listener().finished(one);
  }
}
