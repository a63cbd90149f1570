package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says of a row of the history where its script has stopped, and how it can go on.
 *
 * @param backfill how far the next statement is, if it is run in batches
 */
record InterruptionReader(MigrationSet set, HistoryRow row, Optional<BackfillProgress> backfill) {
  /** Empty where it has not stopped in the middle. */
  Optional<Interruption> read() {
    if (row.state() == HistoryRow.State.APPLIED) {
      return Optional.empty();
    }
    Direction direction = row.state().isReverting() ? Direction.DOWN : Direction.UP;
    List<SqlStatement> statements = statements(direction);
    int done = row.statementsDone();
    Optional<SqlStatement> next =
        done < statements.size() ? Optional.of(statements.get(done)) : Optional.empty();
    return Optional.of(
        new Interruption(
            direction,
            direction == Direction.UP ? row.migration().upFile() : row.migration().downFile(),
            done,
            statements.size(),
            row.state().inFlight(),
            next,
            backfill,
            nextSteps(direction)));
  }

  /** What cannot be read is none of the status's concern: its problems say so. */
  private List<SqlStatement> statements(Direction direction) {
    Migration migration = set.byVersion().get(row.version());
    String stored = row.downSql();
    try {
      if (direction == Direction.DOWN && row.draft() && stored != null) {
        String file = row.migration().downFile();
        return Script.read(row.migration(), file, stored, set.engine()).statements();
      }
      if (migration == null || direction == Direction.UP && !set.hasScript(row)) {
        return List.of();
      }
      return direction == Direction.UP
          ? migration.upScript(set.engine()).statements()
          : migration.downScript(set.engine()).statements();
    } catch (MigrationException e) {
      return List.of();
    }
  }

  private List<String> nextSteps(Direction direction) {
    String again = direction == Direction.UP ? "up()" : "down()";
    String version = row.version();
    List<String> steps = new ArrayList<>();
    if (direction == Direction.UP && !set.hasScript(row)) {
      steps.add("its script is not here as it was: put it back, and up() goes on");
      if (row.draft()) {
        steps.add(
            "up() with allowDrafts() reverts what it has done, as far as its down script can, and"
                + " else says why not");
      }
      return steps;
    }
    if (row.state().inFlight()) {
      steps.add(
          again
              + " looks into the catalog where it can (an index, a dropped index) and goes on, or"
              + " stops and says that it can't know");
      steps.add("if you see that the statement has left nothing: repair(NOT_DONE " + version + ")");
    } else {
      steps.add(again + " goes on with this statement");
    }
    steps.add("if it is done, or you have done it by hand: repair(DONE " + version + ")");
    return steps;
  }
}
