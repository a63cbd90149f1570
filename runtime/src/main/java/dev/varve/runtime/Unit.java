package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Steps that are done together: in one transaction, or one step without.
 *
 * @param steps in order; none where only the history is changed
 */
record Unit(List<Step> steps) {
  /** A transaction of the history's own. */
  static final Unit NOTHING = new Unit(List.of());

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

  /** Whether a script says itself how long to wait for PostgreSQL's locks. */
  boolean limitsLocks() {
    for (Step step : steps) {
      for (SqlStatement statement : step.script().statements()) {
        if (statement.text().contains("lock_timeout")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a statement may make a view or a trigger. */
  boolean mentionsViewOrTrigger() {
    for (Step step : steps) {
      for (SqlStatement statement : step.script().statements()) {
        String text = statement.text().toLowerCase(Locale.ROOT);
        if (text.contains("view") || text.contains("trigger")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a statement may leave rows that point nowhere, where nothing else looks after them. */
  boolean changesRows() {
    for (Step step : steps) {
      for (SqlStatement statement : step.script().statements()) {
        switch (statement.keyword()) {
          case "INSERT", "REPLACE", "UPDATE", "DELETE", "WITH", "DROP" -> {
            return true;
          }
          default -> {}
        }
      }
    }
    return false;
  }

  /** Whether a statement may set what the connection keeps. */
  boolean hasPragma() {
    for (Step step : steps) {
      for (SqlStatement statement : step.script().statements()) {
        if (statement.keyword().equals("PRAGMA")) {
          return true;
        }
      }
    }
    return false;
  }

  /** How long one attempt waits for a lock, as a script's directive says; the longest of them. */
  Optional<Duration> lockTimeout() {
    return longest(step -> step.script().directives().lockTimeout());
  }

  /** How long a statement may take, as a script's directive or else the caller says. */
  Optional<Duration> statementTimeout(Settings settings) {
    return longest(step -> step.script().statementTimeout(settings));
  }

  /** Zero is for ever. */
  private Optional<Duration> longest(Function<Step, Optional<Duration>> limit) {
    Optional<Duration> longest = Optional.empty();
    for (Step step : steps) {
      Optional<Duration> one = limit.apply(step);
      if (one.isPresent() && one.get().isZero()) {
        return one;
      }
      if (one.isPresent() && longest.stream().allMatch(most -> most.compareTo(one.get()) < 0)) {
        longest = one;
      }
    }
    return longest;
  }

  /** All that it runs. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      for (SqlStatement statement : step.script().statements()) {
        text.append(statement.text()).append(";\n");
      }
    }
    return text.toString();
  }
}
