package dev.varve.runtime;

import dev.varve.runtime.MigrationPlan.Run;
import dev.varve.runtime.format.Engine;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A goal that was shown and agreed to: what would be run now is what was shown, but for what is
 * done already.
 *
 * @param engine whose scripts they are
 * @param agreed what was shown
 * @param goal what leads there now
 * @param shared whether other appliers may have done some of it: those that apply the same
 *     migrations at the same time do no harm, those that revert them mean something else
 * @param done how many scripts this run has come to the end of
 */
record AgreedGoal(Engine engine, MigrationPlan agreed, Goal goal, boolean shared, IntSupplier done)
    implements Goal {
  @Override
  public Plan plan(List<HistoryRow> rows) {
    Plan plan = goal.plan(rows);
    if (plan.problems().isEmpty() && !isRest(MigrationPlan.runs(plan, engine))) {
      throw Failure.of(
              "the database or its migrations have changed since this was planned; "
                  + (done.getAsInt() == 0 ? "nothing was run" : "no more was run"))
          .hint("Look at a new plan, and decide again.")
          .exception();
    }
    return plan;
  }

  private boolean isRest(List<Run> runs) {
    int before = agreed.steps().size() - runs.size();
    if (before < 0 || (!shared && before != done.getAsInt())) {
      return false;
    }
    List<Run> rest = agreed.steps().subList(before, agreed.steps().size());
    for (int i = 0; i < runs.size(); i++) {
      if (!(i == 0 ? runs.get(i).isRestOf(rest.get(i)) : runs.get(i).equals(rest.get(i)))) {
        return false;
      }
    }
    return true;
  }
}
