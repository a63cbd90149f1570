package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.AlterEnum;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropTable;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameEnumValue;
import dev.varve.schema.change.Change.RenameTable;
import dev.varve.schema.change.Conversions;
import dev.varve.schema.change.Evolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What may go wrong with PostgreSQL's steps though each has its safe form. */
final class PostgresHazards {
  private final Evolution evolution;
  private final StepResult result;
  private final HazardList list = new HazardList();
  private final PostgresConstraintHazards constraints;
  private final PostgresTypeHazards types;
  private final FilledKeys filledKeys;

  /** Whether enum types get more values by being replaced, since others use them at once. */
  private boolean replacesTypes;

  private PostgresHazards(Schema to, List<Step> all, Evolution evolution) {
    this.evolution = evolution;
    result = StepResult.of(all);
    constraints = new PostgresConstraintHazards(to, result, list);
    Conversions conversions = new Conversions(evolution.from(), evolution.to());
    types = new PostgresTypeHazards(to, conversions, list);
    filledKeys = new FilledKeys(evolution, Dialect.POSTGRESQL);
  }

  /**
   * What may go wrong with some steps.
   *
   * @param to the schema to which they lead, in physical form
   * @param all the steps of all scripts
   */
  static List<Hazard> of(List<Step> steps, Schema to, List<Step> all, Evolution evolution) {
    PostgresHazards found = new PostgresHazards(to, all, evolution);
    for (Step step : steps) {
      found.find(step);
    }
    return found.list.found();
  }

  /** Only what a way back may do to those who use the tables. */
  static List<Hazard> ofRewrites(List<Step> steps, Schema to, Evolution evolution) {
    List<Hazard> rewrites = new ArrayList<>();
    PostgresHazards all = new PostgresHazards(to, steps, evolution);
    for (Step step : steps) {
      all.replacesTypes |= !PostgresPlanner.isOfTypes(step.inverse());
    }
    steps.forEach(all::find);
    for (Hazard hazard : all.list.found()) {
      if (hazard.code() == HazardCode.PG301 || hazard.code() == HazardCode.PG331) {
        rewrites.add(hazard);
      }
    }
    return rewrites;
  }

  private void find(Step step) {
    if (step.kind() == Step.Kind.CHECK) {
      constraints.replace(
          (DropConstraint) step.changes().get(0), (AddConstraint) step.changes().get(1));
      return;
    }
    for (Change change : step.changes()) {
      find(step, change);
    }
  }

  private void find(Step step, Change change) {
    boolean alone = step.kind() == Step.Kind.SINGLE;
    if (change instanceof DropTable drop) {
      list.droppedTable(drop.table());
    } else if (change instanceof DropColumn drop && alone) {
      drop(drop);
    } else if (change instanceof RenameTable rename) {
      table(rename);
    } else if (change instanceof RenameColumn rename) {
      column(rename);
    } else if (change instanceof AlterColumn alter) {
      alter(step.kind(), alter);
    } else if (change instanceof AddColumn add) {
      types.add(add);
      if (!add.column().nullable()) {
        notNull(add.table(), add.column());
      }
    } else if (change instanceof RenameEnumValue rename) {
      types.rename(rename.type());
    } else if (change instanceof AlterEnum alter) {
      types.alter(alter, replacesTypes);
    } else {
      constraint(step.kind(), change);
    }
  }

  private void constraint(Step.Kind kind, Change change) {
    boolean again = kind == Step.Kind.TYPES || kind == Step.Kind.WORDS;
    if (change instanceof DropConstraint drop) {
      constraints.drop(drop, kind == Step.Kind.SINGLE);
    } else if (change instanceof AddConstraint add && !again) {
      constraints.add(add);
    } else if (change instanceof AddIndex add && !again) {
      constraints.add(add);
    }
  }

  /** Only what stays: names for a while are nobody's concern. */
  private void table(RenameTable change) {
    for (Map.Entry<QualifiedName, QualifiedName> rename : evolution.renames().tables().entrySet()) {
      if (rename.getValue().equals(change.to())) {
        list.renamedTable(rename.getKey(), change.to());
      }
    }
  }

  private void column(RenameColumn change) {
    for (Map.Entry<ColumnName, String> rename : evolution.renames().columns().entrySet()) {
      QualifiedName table = evolution.renames().table(rename.getKey().table());
      if (rename.getValue().equals(change.to()) && table.equals(change.table())) {
        list.renamedColumn(table, rename.getKey().column(), change.to());
      }
    }
  }

  private void drop(DropColumn change) {
    if (!Columns.isComputed(change.column())) {
      list.droppedColumn(change.table(), change.column().name());
    }
  }

  private void alter(Step.Kind kind, AlterColumn change) {
    if (kind == Step.Kind.WORDS) {
      list.renamedWords(change.table(), change.to().name());
    } else if (kind == Step.Kind.TYPES) {
      types.alter(change);
    } else if (change.from().nullable() && !change.to().nullable()) {
      notNull(change.table(), change.to());
    }
    ColumnName name = new ColumnName(change.table(), change.to().name());
    if (Columns.isGiven(change.fill()) && filledKeys.contains(name)) {
      list.filledKey(name);
    }
  }

  private void notNull(QualifiedName table, Column column) {
    if (!result.isNew(new ColumnName(table, column.name()))) {
      list.notNull(table, column.name());
    } else if (column.source() instanceof Given) {
      list.newNotNull(table, column.name());
    }
  }
}
