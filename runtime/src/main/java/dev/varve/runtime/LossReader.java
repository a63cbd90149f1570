package dev.varve.runtime;

import dev.varve.runtime.MigrationPlan.Loss;
import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Directives.HazardNote;
import dev.varve.runtime.format.SqlStatement;
import dev.varve.runtime.format.TableStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what a plan would destroy if it were run now; only reads, and locks nothing. */
final class LossReader {
  private final Session session;
  private final List<Loss> losses = new ArrayList<>();

  /** What comes on the way, with its columns, and what it holds then is the plan's own. */
  private final Set<Destructive> made = new HashSet<>();

  private boolean first = true;

  LossReader(Session session) {
    this.session = session;
  }

  List<Loss> read(Plan plan) {
    for (Unit unit : plan.units()) {
      unit.steps().stream().filter(step -> step.direction().isPresent()).forEach(this::add);
    }
    return losses;
  }

  private void add(Step step) {
    for (Destructive destructive : step.script().destroys(session.engine())) {
      if (isLost(step, destructive)) {
        losses.add(Loss.of(step, destructive));
      }
    }
    for (HazardNote hazard : step.script().blindLosses(session.engine())) {
      losses.add(Loss.of(step, hazard));
    }
    for (SqlStatement statement : step.script().statements()) {
      made.addAll(TableStatement.created(statement, session.engine()));
    }
    first = false;
  }

  /** What can't be looked at may hold something. */
  private boolean isLost(Step step, Destructive destructive) {
    try {
      return session.isHere(destructive)
          ? session.hasData(destructive)
          : mayComeWithData(step, destructive);
    } catch (SQLException e) {
      return true;
    }
  }

  /** By another name, which a step before it takes away. On the way back each step looks again. */
  private boolean mayComeWithData(Step step, Destructive destructive) {
    Destructive table = Destructive.table(destructive.schema(), destructive.table());
    return !first
        && step instanceof Step.Apply
        && !made.contains(destructive)
        && !made.contains(table);
  }
}
