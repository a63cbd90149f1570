package dev.varve.runtime;

import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Directives.HazardNote;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.MigrationName;
import dev.varve.runtime.format.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Migrator#up()} or {@link Migrator#down(int)} would run now. {@link #toString} is a
 * script for people to read. After it was shown and agreed to, {@link Migrator#up(MigrationPlan)}
 * or {@link Migrator#down(MigrationPlan)} runs exactly this.
 *
 * @param database {@code postgresql} or {@code sqlite}
 * @param target the version that it ends at, as it was asked for; empty: the newest, and always
 *     empty on the way back
 * @param steps the scripts, in order
 * @param begun how far statements have come that are run in batches and go on where an applier has
 *     stopped; each is the first that its script would run
 * @param losses the data that would be lost if it ran now; empty where none would be
 * @param problems what forbids it, a sentence each; empty where nothing does
 */
public record MigrationPlan(
    String database,
    Optional<String> target,
    List<Run> steps,
    List<BackfillProgress> begun,
    List<Loss> losses,
    List<String> problems) {
  /** Copies the lists. */
  public MigrationPlan {
    steps = List.copyOf(steps);
    begun = List.copyOf(begun);
    losses = List.copyOf(losses);
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
   * @param hazards what the script's comments say may go wrong
   * @param destroys the tables and columns that it takes away with what is in them: as its comments
   *     say, or where they don't, as plain {@code DROP TABLE}, {@code ALTER TABLE … DROP}, {@code
   *     TRUNCATE} and {@code DELETE FROM} without a condition show it
   */
  public record Run(
      MigrationName migration,
      Direction direction,
      boolean draft,
      boolean transactional,
      List<SqlStatement> statements,
      List<HazardNote> hazards,
      List<Destructive> destroys) {
    /** Copies the lists. */
    public Run {
      statements = List.copyOf(statements);
      hazards = List.copyOf(hazards);
      destroys = List.copyOf(destroys);
    }

    /** The script's file name; a draft's way back is the text that the database keeps. */
    public String file() {
      return direction == Direction.UP ? migration.upFile() : migration.downFile();
    }

    /** Whether it is this script, or the end of it, where its statements stand for themselves. */
    boolean isRestOf(Run whole) {
      int before = whole.statements.size() - statements.size();
      return before >= 0
          && (before == 0 || !transactional)
          && statements.equals(whole.statements.subList(before, whole.statements.size()))
          && equals(
              new Run(
                  whole.migration,
                  whole.direction,
                  whole.draft,
                  whole.transactional,
                  statements,
                  whole.hazards,
                  whole.destroys));
    }

    private boolean isOf(BackfillProgress progress) {
      return migration.equals(progress.migration()) && direction == progress.direction();
    }

    @Override
    public String toString() {
      return text(Optional.empty());
    }

    private String text(Optional<BackfillProgress> begun) {
      StringBuilder text = new StringBuilder("-- ");
      text.append(file());
      text.append(transactional ? "" : ", each statement for itself");
      begun.ifPresent(progress -> text.append("\n-- goes on after ").append(progress.count()));
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

  /**
   * Data that would be lost. {@link #toString} is a line for people.
   *
   * @param migration whose script it is
   * @param what a table with rows or a column with values, as in {@code column customers.fax}; or a
   *     hazard's code and sentence, where the script says that data is lost and not where to look;
   *     or what may be there only when the script's turn comes
   */
  public record Loss(MigrationName migration, String what) {
    static Loss of(Step step, Destructive destructive) {
      return new Loss(step.migration(), destructive.toString());
    }

    static Loss of(Step step, HazardNote hazard) {
      return new Loss(step.migration(), hazard.code() + ' ' + hazard.sentence());
    }

    @Override
    public String toString() {
      return migration + ": " + what;
    }
  }

  static MigrationPlan of(Session session, Plan plan, Optional<String> target) throws SQLException {
    List<Run> runs = runs(plan, session.engine());
    List<BackfillProgress> begun =
        BackfillTable.progress(session, plan.rows()).values().stream()
            .filter(progress -> runs.stream().anyMatch(run -> run.isOf(progress)))
            .sorted(Comparator.comparing(progress -> progress.migration().version()))
            .toList();
    List<Loss> losses = new LossReader(session).read(plan);
    return new MigrationPlan(
        session.engine().directory(), target, runs, begun, losses, plan.problems());
  }

  /** How far the first statement of one of the steps has come; empty where that begins anew. */
  public Optional<BackfillProgress> begun(Run step) {
    return begun.stream().filter(step::isOf).findFirst();
  }

  static List<Run> runs(Plan plan, Engine engine) {
    List<Run> runs = new ArrayList<>();
    for (Unit unit : plan.units()) {
      for (Step step : unit.steps()) {
        step.direction().ifPresent(direction -> runs.add(run(step, direction, engine)));
      }
    }
    return runs;
  }

  private static Run run(Step step, Direction direction, Engine engine) {
    Script script = step.script();
    return new Run(
        step.migration(),
        direction,
        step.draft(),
        script.directives().transactional(),
        script.statements().subList(step.from(), script.statements().size()),
        script.directives().hazards(),
        script.destroys(engine));
  }

  private static String scripts(int count) {
    return count == 1 ? "1 script" : count + " scripts";
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("-- ").append(database);
    text.append(steps.isEmpty() ? ": nothing to do" : ": " + scripts(steps.size()));
    losses.forEach(loss -> text.append("\n-- loses data: ").append(loss));
    problems.forEach(problem -> text.append("\n-- ! ").append(problem));
    steps.forEach(step -> text.append("\n\n").append(step.text(begun(step))));
    return text.toString();
  }
}
