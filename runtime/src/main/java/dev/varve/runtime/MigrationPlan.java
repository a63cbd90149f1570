package dev.varve.runtime;

import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.MigrationName;
import dev.varve.runtime.format.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link Migrator#up} or {@link Migrator#down} would run now. {@link #toString} is a script
 * for people to read.
 *
 * @param database {@code postgresql} or {@code sqlite}
 * @param steps the scripts, in order
 * @param problems what forbids it, a sentence each; empty where nothing does
 */
public record MigrationPlan(String database, List<Run> steps, List<String> problems) {
  /** Copies the lists. */
  public MigrationPlan {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /**
   * One script.
   *
   * @param migration the migration it belongs to
   * @param direction up; or down, where a draft is replaced or that was asked for
   * @param draft whether the migration may still change; its down script is then the one that the
   *     database keeps
   * @param transactional whether it is applied wholly or not at all
   * @param statements what would be run, in order
   * @param destroys the tables and columns that the script says it takes away, with what is in them
   */
  public record Run(
      MigrationName migration,
      Direction direction,
      boolean draft,
      boolean transactional,
      List<SqlStatement> statements,
      List<Destructive> destroys) {
    /** Copies the lists. */
    public Run {
      statements = List.copyOf(statements);
      destroys = List.copyOf(destroys);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("-- ");
      text.append(direction == Direction.UP ? migration.upFile() : migration.downFile());
      text.append(transactional ? "" : ", each statement for itself");
      destroys.forEach(lost -> text.append("\n-- takes away ").append(lost));
      for (SqlStatement statement : statements) {
        statement
            .backfill()
            .ifPresent(backfill -> text.append(("\n-- in batches: " + backfill).stripTrailing()));
        text.append('\n').append(statement.text()).append(';');
      }
      return text.toString();
    }
  }

  static MigrationPlan of(String database, Plan plan) {
    List<Run> runs = new ArrayList<>();
    for (Unit unit : plan.units()) {
      for (Step step : unit.steps()) {
        step.direction().ifPresent(direction -> runs.add(run(step, direction)));
      }
    }
    return new MigrationPlan(database, runs, plan.problems());
  }

  private static Run run(Step step, Direction direction) {
    Script script = step.script();
    return new Run(
        step.migration(),
        direction,
        step.draft(),
        script.directives().transactional(),
        script.statements().subList(step.from(), script.statements().size()),
        script.directives().destructive());
  }

  private static String scripts(int count) {
    return count == 1 ? "1 script" : count + " scripts";
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("-- ").append(database);
    text.append(steps.isEmpty() ? ": nothing to do" : ": " + scripts(steps.size()));
    problems.forEach(problem -> text.append("\n-- ! ").append(problem));
    steps.forEach(step -> text.append("\n\n").append(step));
    return text.toString();
  }
}
