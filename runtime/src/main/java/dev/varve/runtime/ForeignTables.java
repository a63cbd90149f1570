package dev.varve.runtime;

import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the tables that a plan would take over: {@code CREATE TABLE IF NOT EXISTS} passes by a
 * table that somebody else has made, of whatever shape, and the migration would then own it. A
 * {@code CREATE TABLE} without it the database refuses itself.
 */
record ForeignTables(Session session, Plan plan) {
  private static final Pattern CREATE =
      Pattern.compile("(?is)CREATE\\s+(UNLOGGED\\s+)?TABLE\\s+IF\\s+NOT\\s+EXISTS\\s.*");

  /** What leads to the goal now, and whether such a table forbids it; reads only. */
  static Plan planned(Session session, Goal goal) throws SQLException {
    while (true) {
      Plan plan = goal.plan(session.readHistory());
      Optional<MigrationException> foreign =
          plan.problems().isEmpty() ? new ForeignTables(session, plan).first() : Optional.empty();
      if (foreign.isEmpty()) {
        return plan;
      }
      if (session.readHistory().equals(plan.rows())) {
        return plan.forbidden(inOneLine(foreign.get()));
      }
    }
  }

  private static String inOneLine(MigrationException refused) {
    return String.valueOf(refused.getMessage()).replace("\n  ", ". ");
  }

  /** The first such table, or empty; reads only. */
  Optional<MigrationException> first() throws SQLException {
    Map<Destructive, Step.Apply> makers = makers();
    if (makers.isEmpty()) {
      return Optional.empty();
    }
    return session
        .firstThatExists(List.copyOf(makers.keySet()))
        .map(made -> refused(Objects.requireNonNull(makers.get(made)), made));
  }

  /** The tables that the plan makes, in its order, and what makes each of them first. */
  private Map<Destructive, Step.Apply> makers() {
    Set<String> reverted = reverted();
    Map<Destructive, Step.Apply> makers = new LinkedHashMap<>();
    for (Unit unit : plan.units()) {
      for (Step step : unit.steps()) {
        if (step instanceof Step.Apply apply && apply.row().isEmpty()) {
          for (Destructive made : tables(apply)) {
            if (!reverted.contains(key(made))) {
              makers.putIfAbsent(made, apply);
            }
          }
        }
      }
    }
    return makers;
  }

  private List<Destructive> tables(Step.Apply apply) {
    Script down = apply.target().downScript(session.engine());
    List<Destructive> tables = new ArrayList<>();
    for (Destructive made : down.directives().destructive()) {
      if (made.column().isEmpty() && creates(apply.script().statements(), made.table())) {
        tables.add(made);
      }
    }
    return tables;
  }

  private static boolean creates(List<SqlStatement> statements, String table) {
    String written = table.replace("\"", "\"\"");
    for (SqlStatement statement : statements) {
      if (statement.text().contains(written) && CREATE.matcher(statement.text()).matches()) {
        return true;
      }
    }
    return false;
  }

  /** What goes before anything is made: what drafts made that are reverted in the same run. */
  private Set<String> reverted() {
    Set<String> tables = new HashSet<>();
    for (Unit unit : plan.units()) {
      for (Step step : unit.steps()) {
        if (step instanceof Step.Revert revert) {
          revert.script().directives().destructive().forEach(made -> tables.add(key(made)));
        }
      }
    }
    return tables;
  }

  /** SQLite's names are equal without regard to case. */
  private String key(Destructive made) {
    return session.engine() == Engine.SQLITE
        ? made.toString().toLowerCase(Locale.ROOT)
        : made.toString();
  }

  private MigrationException refused(Step.Apply apply, Destructive made) {
    return Failure.of(
            apply.script(),
            "the "
                + made
                + " is there already and was not made by a migration, which would take it over"
                + " with its rows; nothing was run")
        .hint(hint())
        .exception();
  }

  /** Whoever reads this may have a database full of rows before them: don't tell them to drop. */
  private String hint() {
    String elsewhere = "Otherwise point to another schema or database.";
    if (!plan.rows().isEmpty()) {
      return "If it should stay as it is, leave it out of the migrations, or give one of the two"
          + " another name. "
          + elsewhere;
    }
    Optional<String> newest = newestSealed();
    String how =
        newest.isPresent()
            ? "baseline(\"" + newest.get() + "\") lets these count as applied. "
            : "seal the migrations first; baseline then lets them count as applied. ";
    return "If the tables are what the migrations make, " + how + elsewhere;
  }

  private Optional<String> newestSealed() {
    Optional<String> newest = Optional.empty();
    for (Unit unit : plan.units()) {
      for (Step step : unit.steps()) {
        if (step instanceof Step.Apply && !step.draft()) {
          newest = Optional.of(step.migration().version());
        }
      }
    }
    return newest;
  }
}
