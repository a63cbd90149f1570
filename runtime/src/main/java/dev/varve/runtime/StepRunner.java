package dev.varve.runtime;

import dev.varve.runtime.MigrationReport.Done;
import dev.varve.runtime.format.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs steps and writes the history. */
final class StepRunner {
  private static final Set<String> ROWS = Set.of("INSERT", "UPDATE", "DELETE");

  private final Session session;
  private final DataGuard guard;
  private final Set<Step> announced = Collections.newSetFromMap(new IdentityHashMap<>());

  StepRunner(Session session, DataGuard guard) {
    this.session = session;
    this.guard = guard;
  }

  /** Runs steps in the transaction that is open, and commits it. */
  void runTogether(List<Step> steps, List<Done> committed) throws SQLException {
    int last = steps.size() - 1;
    for (int i = 0; i <= last; i++) {
      Step step = steps.get(i);
      long start = System.nanoTime();
      announce(step);
      guard.look(step);
      try {
        if (i == last) {
          session.finish(step.script(), step.done(0));
        } else {
          session.run(step.script());
          session.write(step.done(0));
        }
      } catch (SQLException e) {
        throw Failure.of(step.script(), "it could not be committed", e).exception();
      }
      add(step, step.script().statements().size(), start, committed);
    }
  }

  /** Notes in the transaction that is open, and commits, that the step's statements will follow. */
  void begin(Step step) throws SQLException {
    announce(step);
    guard.look(step);
    checkKeys(step);
    session.commit(step.begun());
  }

  /**
   * What can't be run in batches is refused before the first statement, as far as no statement
   * before it can change that: those on rows can't.
   */
  private void checkKeys(Step step) throws SQLException {
    List<SqlStatement> statements = step.script().statements();
    for (SqlStatement statement : statements.subList(step.from(), statements.size())) {
      if (!ROWS.contains(statement.keyword())) {
        return;
      }
      if (statement.backfill().isPresent()) {
        Optional<String> problem = BackfillKey.of(session, statement).problem();
        if (problem.isPresent()) {
          throw Failure.of(step.script(), statement, problem.get()).exception();
        }
      }
    }
  }

  /** Runs a step's statements each for itself, from the first that is not done. */
  void runSingly(Step step, List<Done> committed) throws SQLException {
    long start = System.nanoTime();
    List<SqlStatement> statements = step.script().statements();
    prepareSession(step);
    for (int i = step.from(); i < statements.size(); i++) {
      Single single = new Single(step, i, millisSince(start));
      try {
        run(single);
      } catch (SQLException e) {
        throw single.failed(e);
      }
    }
    if (session.endSingly(step, step.done(millisSince(start)))) {
      add(step, statements.size() - step.from(), start, committed);
    }
  }

  /** What the statements that are done have set was set in another session. */
  private void prepareSession(Step step) {
    for (SqlStatement statement : step.script().statements().subList(0, step.from())) {
      if (session.isForSession(statement)) {
        session.runAlone(step.script(), statement);
      }
    }
  }

  private void run(Single single) throws SQLException {
    if (single.statement().backfill().isPresent()) {
      BackfillRun.of(session, single).run();
    } else {
      session.runSingle(single);
    }
  }

  /** Once, however often it is tried. */
  private void announce(Step step) {
    if (!announced.add(step)) {
      return;
    }
    step.direction()
        .ifPresent(direction -> session.settings.listener().started(step.migration(), direction));
  }

  private static void add(Step step, int statements, long start, List<Done> committed) {
    step.direction()
        .ifPresent(
            direction ->
                committed.add(
                    new Done(
                        step.migration(),
                        direction,
                        statements,
                        Duration.ofMillis(millisSince(start)))));
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
