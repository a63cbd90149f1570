package dev.varve.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done, or why nothing may be.
 *
 * @param rows the history it was made from
 * @param units what to do, in order
 * @param problems what forbids it, a sentence each
 * @param ahead what is applied and not here, and forbids nothing: a newer release did it
 */
record Plan(
    List<HistoryRow> rows, List<Unit> units, List<String> problems, List<HistoryRow> ahead) {
  Plan(List<HistoryRow> rows, List<Unit> units, List<String> problems) {
    this(rows, units, problems, List.of());
  }

  Plan {
    units = List.copyOf(units);
    problems = List.copyOf(problems);
    ahead = List.copyOf(ahead);
  }

  /** The plan, with one more thing that forbids it. */
  Plan forbidden(String problem) {
    List<String> all = new ArrayList<>(problems);
    all.add(problem);
    return new Plan(rows, units, all, ahead);
  }

  /**
   * The plan, if nothing forbids it.
   *
   * @throws MigrationException with all problems
   */
  Plan allowed() {
    if (problems.isEmpty()) {
      return this;
    }
    String count = problems.size() == 1 ? "one problem" : problems.size() + " problems";
    throw new MigrationException(
        count + ", so nothing was run:\n  - " + String.join("\n  - ", problems));
  }
}
