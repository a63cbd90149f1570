package dev.varve.schema.plan;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AlterEnum;
import dev.varve.schema.change.Change.CreateSchema;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameConstraint;
import dev.varve.schema.change.Change.RenameEnum;
import dev.varve.schema.change.Change.RenameEnumValue;
import dev.varve.schema.change.Change.RenameIndex;
import dev.varve.schema.change.Change.RenameTable;
import dev.varve.schema.change.Changes;
import dev.varve.schema.change.Differ;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.plan.Migration.Phase;
import dev.varve.schema.sql.PhysicalSchema;
import java.util.ArrayList;
import java.util.List;

/** Plans PostgreSQL's migrations. */
final class PostgresPlanner {
  private final Evolution evolution;
  private final Versions versions;
  private final Schema from;
  private final Schema to;
  private final Steps steps = new Steps();

  PostgresPlanner(Evolution evolution, Versions versions) {
    this.evolution = evolution;
    this.versions = versions;
    from = PhysicalSchema.of(evolution.from(), Dialect.POSTGRESQL);
    to = PhysicalSchema.of(evolution.to(), Dialect.POSTGRESQL);
  }

  List<Migration> plan() {
    List<Change> changes =
        Differ.changes(
            from, to, evolution.renames(), evolution.fills(), evolution.replacedValues());
    int renamed = endOfRenames(changes);
    SchemaMoves moves = SchemaMoves.of(from, changes.subList(0, renamed));
    TakenNames taken =
        new TakenNames(moves.schema(), changes.subList(renamed, changes.size()), moves.spares());
    List<Change> names = new ArrayList<>(moves.renames());
    names.addAll(taken.renames());
    List<Change> others = taken.others();
    boolean moreValues = others.stream().anyMatch(PostgresPlanner::addsValues);
    for (Change name : names) {
      steps.add(moreValues && isOfTypes(name) ? Slot.VALUES : Slot.NAMES, name);
    }
    Schema present = Changes.apply(moves.schema(), taken.renames());
    LostValues lost = new LostValues(evolution.from(), names, Dialect.POSTGRESQL);
    new PostgresSteps(present, lost, versions, steps).file(others, evolution.fills());
    return migrations(new RenamedTables(from, names), present);
  }

  private static int endOfRenames(List<Change> changes) {
    int end = 0;
    for (int i = 0; i < changes.size(); i++) {
      end = isRename(changes.get(i)) ? i + 1 : end;
    }
    return end;
  }

  private static boolean isRename(Change change) {
    return change instanceof RenameTable
        || change instanceof RenameColumn
        || change instanceof RenameConstraint
        || change instanceof RenameIndex
        || change instanceof RenameEnum
        || change instanceof RenameEnumValue;
  }

  private static boolean addsValues(Change change) {
    return change instanceof AlterEnum alter
        && !alter.from().values().containsAll(alter.to().values());
  }

  private static boolean isOfTypes(Change change) {
    return change instanceof RenameEnum
        || change instanceof RenameEnumValue
        || change instanceof CreateSchema;
  }

  /** Whether a step changes an enum type, or what it is called. */
  static boolean isOfTypes(Step step) {
    Change first = step.changes().get(0);
    return first instanceof AlterEnum || isOfTypes(first);
  }

  private List<Migration> migrations(RenamedTables renamed, Schema present) {
    List<Migration> migrations = new ArrayList<>();
    List<Step> all = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      all.addAll(steps.of(phase));
    }
    LargeTables large = new LargeTables(present, evolution.to(), all);
    for (Phase phase : Phase.values()) {
      List<Step> ofPhase = steps.of(phase);
      if (!ofPhase.isEmpty()) {
        migrations.add(migration(phase, ofPhase, all, renamed, large));
      }
    }
    if (migrations.size() == 1 && migrations.get(0).phase() == Phase.VALUES) {
      Migration alone = migrations.get(0);
      return List.of(new Migration(Phase.MAIN, alone.up(), alone.down()));
    }
    return migrations;
  }

  private Migration migration(
      Phase phase, List<Step> ofPhase, List<Step> all, RenamedTables renamed, LargeTables large) {
    boolean onlyTypes = true;
    for (Step step : ofPhase) {
      onlyTypes &= isOfTypes(step);
    }
    Schema tables = phase == Phase.VALUES ? Changes.apply(from, changes(ofPhase)) : to;
    TransactionalStatements inTransaction = new TransactionalStatements(tables, renamed, onlyTypes);
    PostgresScripts scripts =
        new PostgresScripts(
            new PostgresRenderer(inTransaction, new OnlineStatements(versions, large, false)),
            new PostgresRenderer(inTransaction, new OnlineStatements(versions, large, true)),
            evolution,
            to,
            all);
    return new Migration(phase, scripts.up(phase, ofPhase), scripts.down(phase, ofPhase));
  }

  private static List<Change> changes(List<Step> steps) {
    List<Change> changes = new ArrayList<>();
    for (Step step : steps) {
      changes.addAll(step.changes());
    }
    return changes;
  }
}
