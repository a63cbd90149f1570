package dev.varve.runtime;

import java.util.List;

/**
 * Steps that are done together: in one transaction, or one step without.
 *
 * @param steps in order, at least one
 */
record Unit(List<Step> steps) {
  Unit {
    steps = List.copyOf(steps);
  }

  static Unit of(Step step) {
    return new Unit(List.of(step));
  }

  boolean transactional() {
    for (Step step : steps) {
      if (!step.script().directives().transactional()) {
        return false;
      }
    }
    return true;
  }

  /** Whether SQLite's foreign keys stay as the connection has them. */
  boolean foreignKeys() {
    for (Step step : steps) {
      if (!step.script().directives().foreignKeys()) {
        return false;
      }
    }
    return true;
  }
}
