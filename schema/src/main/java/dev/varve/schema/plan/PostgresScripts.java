package dev.varve.schema.plan;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.CreateTable;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropTable;
import dev.varve.schema.change.Change.OfTable;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameTable;
import dev.varve.schema.change.Conversion;
import dev.varve.schema.change.Conversions;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.plan.Migration.Phase;
import dev.varve.schema.sql.PostgresCasts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes the steps of one migration as its two scripts. */
final class PostgresScripts {
  private final PostgresRenderer forth;
  private final PostgresRenderer back;
  private final Evolution evolution;
  private final Schema to;
  private final Conversions conversions;
  private final List<Step> all;

  /**
   * @param to the present schema in physical form
   * @param all the steps of all migrations
   */
  PostgresScripts(
      PostgresRenderer forth,
      PostgresRenderer back,
      Evolution evolution,
      Schema to,
      List<Step> all) {
    this.forth = forth;
    this.back = back;
    this.evolution = evolution;
    this.to = to;
    conversions = new Conversions(evolution.to(), evolution.from());
    this.all = all;
  }

  Script up(Phase phase, List<Step> steps) {
    return script(phase, steps, forth, PostgresHazards.of(steps, to, all, evolution));
  }

  Script down(Phase phase, List<Step> steps) {
    Optional<String> reason = irreversible(steps);
    if (reason.isPresent()) {
      return new Script(
          phase != Phase.ONLINE, false, List.of(), List.of(), List.of(), reason, List.of());
    }
    List<Step> inverse = new ArrayList<>(steps.size());
    for (int i = steps.size() - 1; i >= 0; i--) {
      inverse.add(steps.get(i).inverse());
    }
    return script(phase, inverse, back, PostgresHazards.ofRewrites(inverse, to, evolution));
  }

  private Script script(
      Phase phase, List<Step> steps, PostgresRenderer renderer, List<Hazard> hazards) {
    List<Statement> statements = new ArrayList<>();
    List<ColumnName> destructive = new ArrayList<>();
    for (Step step : steps) {
      statements.addAll(renderer.render(step));
      addDestroyed(step, destructive);
    }
    return new Script(
        phase != Phase.ONLINE,
        false,
        List.of(),
        destructive,
        hazards,
        Optional.empty(),
        statements);
  }

  /** What can be computed again isn't lost. */
  private static void addDestroyed(Step step, List<ColumnName> destroyed) {
    for (Change change : step.changes()) {
      if (change instanceof DropTable drop) {
        destroyed.add(new ColumnName(drop.table(), ""));
      } else if (change instanceof DropColumn drop && !Columns.isComputed(drop.column())) {
        destroyed.add(new ColumnName(drop.table(), drop.column().name()));
      } else if (change instanceof AlterColumn alter
          && Columns.isComputed(alter.to())
          && !Columns.isComputed(alter.from())) {
        destroyed.add(new ColumnName(alter.table(), alter.to().name()));
      }
    }
  }

  /** Why what the steps do must not, or can't, be undone. */
  private Optional<String> irreversible(List<Step> steps) {
    Set<ColumnName> subjects = new HashSet<>();
    for (Step step : steps) {
      for (Change change : step.changes()) {
        if (change instanceof OfTable ofTable) {
          addSubjects(ofTable, subjects);
        }
      }
    }
    for (Step step : steps) {
      for (Change change : step.changes()) {
        if (change instanceof AlterColumn alter && !canConvertBack(alter)) {
          return Optional.of(noWayBack(alter));
        }
      }
    }
    for (ColumnName subject : new TreeSet<>(subjects)) {
      String reason = evolution.irreversible().get(subject);
      if (reason != null) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  private static String noWayBack(AlterColumn change) {
    return "nothing makes "
        + PostgresCasts.typeName(change.from())
        + " of the "
        + PostgresCasts.typeName(change.to())
        + " in "
        + change.table()
        + "."
        + change.to().name();
  }

  private boolean canConvertBack(AlterColumn change) {
    if (Columns.isComputed(change.from())
        || TypeChange.of(change.from(), change.to()) == TypeChange.NONE
        || Columns.isGiven(change.undo())) {
      return true;
    }
    boolean known = conversions.of(change.to(), change.from()) != Conversion.NONE;
    return PostgresCasts.canConvert(change.to(), change.from(), known);
  }

  private void addSubjects(OfTable change, Set<ColumnName> subjects) {
    QualifiedName table =
        evolution
            .renames()
            .table(change instanceof RenameTable rename ? rename.to() : change.table());
    subjects.add(new ColumnName(table, ""));
    String column = column(change);
    if (!column.isEmpty()) {
      subjects.add(new ColumnName(table, column));
    }
    if (change instanceof CreateTable create) {
      create.created().columns().forEach(each -> subjects.add(new ColumnName(table, each.name())));
    }
  }

  private static String column(OfTable change) {
    if (change instanceof AlterColumn alter) {
      return alter.to().name();
    }
    if (change instanceof AddColumn add) {
      return add.column().name();
    }
    if (change instanceof DropColumn drop) {
      return drop.column().name();
    }
    return change instanceof RenameColumn rename ? rename.to() : "";
  }
}
