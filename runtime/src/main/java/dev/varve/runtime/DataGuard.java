package dev.varve.runtime;

import dev.varve.runtime.MigrationPlan.Loss;
import dev.varve.runtime.Settings.Permission;
import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Directives.HazardNote;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stops scripts that would destroy what nobody has agreed to lose. A way back is stopped always; a
 * way forward, which somebody has agreed to when it was sealed, where it runs as it was planned and
 * shown.
 */
final class DataGuard {
  private final Session session;
  private final Optional<Set<Loss>> agreed;

  /** What was here and empty at the first look. */
  private final Set<Loss> empty = new HashSet<>();

  /**
   * A guard for one run.
   *
   * @param agreed what a plan named as lost; empty where none was shown
   */
  DataGuard(Session session, Optional<Set<Loss>> agreed) {
    this.session = session;
    this.agreed = agreed;
  }

  /**
   * Looks ahead, in the transaction that is open: where a later unit must not run, the first must
   * not either, or the database would stay half way. What isn't here now may be then, so each step
   * looks again when it runs.
   */
  void lookAhead(List<Unit> units) {
    for (Unit unit : units) {
      for (Step step : unit.steps()) {
        if (guards(step)) {
          refuseBlind(step);
          refuse(step, () -> firstHereWithData(step));
        }
      }
    }
  }

  /** Looks in the transaction that is open, and keeps others from writing. */
  void look(Step step) {
    if (guards(step)) {
      refuseBlind(step);
      refuse(step, () -> session.firstWithData(lookedAt(step)));
    }
  }

  private boolean guards(Step step) {
    return step.sparesData()
        || (agreed.isPresent() && !session.settings.allow(Permission.DATA_LOSS));
  }

  private Optional<Destructive> firstHereWithData(Step step) throws SQLException {
    for (Destructive destructive : destroyed(step)) {
      if (session.isHere(destructive)) {
        if (session.hasData(destructive)) {
          return Optional.of(destructive);
        }
        empty.add(Loss.of(step, destructive));
      }
    }
    return Optional.empty();
  }

  /** What a way forward has made itself is its own; what a statement names need not be here. */
  private List<Destructive> lookedAt(Step step) throws SQLException {
    boolean said = !step.script().directives().destructive().isEmpty();
    List<Destructive> looked = new ArrayList<>();
    for (Destructive destructive : destroyed(step)) {
      boolean wanted = step.sparesData() || empty.contains(Loss.of(step, destructive));
      if (wanted && (said || session.isHere(destructive))) {
        looked.add(destructive);
      }
    }
    return looked;
  }

  private List<Destructive> destroyed(Step step) {
    List<Destructive> destroyed = new ArrayList<>(step.script().destroys(session.engine()));
    destroyed.removeIf(destructive -> isAgreed(Loss.of(step, destructive)));
    return destroyed;
  }

  private boolean isAgreed(Loss loss) {
    return agreed.isPresent() && agreed.get().contains(loss);
  }

  private void refuseBlind(Step step) {
    for (HazardNote hazard : step.script().blindLosses(session.engine())) {
      Loss loss = Loss.of(step, hazard);
      if (!isAgreed(loss)) {
        throw refused(step, loss.what() + ", and no varve:destructive says where to look for it");
      }
    }
  }

  /** A look at what a step would destroy. */
  private interface Look {
    Optional<Destructive> firstWithData() throws SQLException;
  }

  private static void refuse(Step step, Look look) {
    Optional<Destructive> lost;
    try {
      lost = look.firstWithData();
    } catch (SQLException e) {
      throw Failure.of(step.script(), "what varve:destructive names cannot be looked at", e)
          .exception();
    }
    if (lost.isPresent()) {
      throw refused(step, lost.get() + " is not empty");
    }
  }

  private static MigrationException refused(Step step, String what) {
    return Failure.of(step.script(), "this would destroy data: " + what)
        .hint("Save the data, or agree to lose it: allowDataLoss().")
        .exception();
  }
}
