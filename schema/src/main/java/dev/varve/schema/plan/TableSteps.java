package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Constraint;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.Table;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.CommentTable;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropIndex;
import dev.varve.schema.change.Fill;
import dev.varve.schema.sql.Mentions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The steps of one table that stays, but for its foreign keys. */
final class TableSteps {
  private final Table before;
  private final TableChanges changes;
  private final Steps steps;
  private final ColumnSteps columns;
  private final TypeSteps types;

  /**
   * @param before the table in physical form, after all renames
   */
  TableSteps(Table before, TableChanges changes, Steps steps, LostValues lost, Versions versions) {
    this.before = before;
    this.changes = changes;
    this.steps = steps;
    columns = new ColumnSteps(before.name(), steps, lost);
    types = new TypeSteps(before, changes, versions);
  }

  /** Files all steps; what becomes of columns with new types is the answer. */
  TypeSteps plan() {
    for (CommentTable comment : changes.comments) {
      steps.add(Slot.COLUMNS, comment);
    }
    for (AddColumn change : changes.addedColumns) {
      columns.add(change);
    }
    for (AlterColumn change : changes.alteredColumns) {
      alter(change);
    }
    for (DropColumn change : changes.droppedColumns) {
      if (!types.takes(change)) {
        columns.drop(change);
      }
    }
    types.plan(steps);
    checks();
    keys();
    indexes();
    return types;
  }

  private void alter(AlterColumn change) {
    Column start = columns.startAlter(change);
    boolean converts =
        Columns.isGiven(change.fill())
            && change.fill() instanceof Fill.Computed computed
            && computed.converts();
    if (Columns.isComputed(start) || Columns.isComputed(change.to())) {
      boolean becomesGiven = converts && !Columns.isComputed(change.to());
      types.computed(
          start,
          change.to(),
          becomesGiven ? change.fill() : Fill.NONE,
          Columns.isComputed(start) ? Fill.NONE : columns.givenAgain(start, change.to()));
      return;
    }
    if (TypeChange.of(start, change.to()) != TypeChange.NONE) {
      boolean isForNulls = Columns.isGiven(change.fill()) && !converts;
      // A key has to go before its columns may be null.
      boolean inKey = before.primaryKey().columns().contains(start.name());
      Column relaxed = inKey ? start : columns.relax(Slot.RETYPED_NULLABLE, start, change);
      Column typed = types.retype(relaxed, change, isForNulls ? Fill.NONE : change.fill());
      columns.endAlter(typed, change, converts ? Fill.NONE : change.fill());
      return;
    }
    if (converts || change.fill() instanceof Fill.Replaced) {
      replaceWords(start, change);
    }
    columns.endAlter(start, change, converts ? Fill.NONE : change.fill());
  }

  /** The CHECKs that list the words go before, and come back after. */
  private void replaceWords(Column column, AlterColumn change) {
    List<Change> together = new ArrayList<>();
    for (Check check : take(changes.droppedChecks, column.name())) {
      together.add(new DropConstraint(before.name(), check));
    }
    together.add(new AlterColumn(before.name(), column, column, change.fill(), change.undo()));
    for (Check check : take(changes.addedChecks, column.name())) {
      together.add(new AddConstraint(before.name(), check));
    }
    steps.add(Slot.WORDS, Step.Kind.WORDS, together);
    types.touch(column.name());
  }

  private static List<Check> take(Map<String, Check> checks, String column) {
    List<Check> taken = new ArrayList<>();
    Iterator<Check> each = checks.values().iterator();
    while (each.hasNext()) {
      Check check = each.next();
      if (Mentions.of(check, column, Dialect.POSTGRESQL)) {
        taken.add(check);
        each.remove();
      }
    }
    return taken;
  }

  private void checks() {
    for (Check check : changes.droppedChecks.values()) {
      if (!changes.addedChecks.containsKey(check.name())) {
        steps.add(Slot.CHECK_DROPS, drop(check));
      }
    }
    for (Check check : changes.addedChecks.values()) {
      Check former = changes.droppedChecks.get(check.name());
      if (former == null) {
        steps.add(Slot.CHECKS, add(check));
      } else {
        steps.add(Slot.CHECKS, Step.Kind.CHECK, List.of(drop(former), add(check)));
      }
    }
  }

  private void keys() {
    Constraint formerPrimary = null;
    for (Constraint key : changes.droppedKeys.values()) {
      if (key instanceof PrimaryKey) {
        formerPrimary = key;
      } else if (!changes.addedKeys.containsKey(key.name())) {
        steps.add(dropSlot(key), drop(key));
      }
    }
    for (Constraint key : changes.addedKeys.values()) {
      Constraint former =
          key instanceof PrimaryKey ? formerPrimary : changes.droppedKeys.get(key.name());
      if (former == null) {
        steps.add(Slot.KEYS, add(key));
      } else {
        steps.add(Slot.KEYS, Step.Kind.KEY, List.of(drop(former), add(key)));
      }
      formerPrimary = key instanceof PrimaryKey ? null : formerPrimary;
    }
    if (formerPrimary != null) {
      steps.add(dropSlot(formerPrimary), drop(formerPrimary));
    }
  }

  private Slot dropSlot(Constraint key) {
    boolean early =
        isAddedAnew(key)
            || types.touchesAny(Columns.of(key))
            || changes.addedIndexes.containsKey(key.name());
    return early ? Slot.EARLY_KEY_DROPS : Slot.KEY_DROPS;
  }

  /** A foreign key that comes would choose the former of two keys over the same columns. */
  private boolean isAddedAnew(Constraint key) {
    for (Constraint added : changes.addedKeys.values()) {
      if (Columns.of(added).equals(Columns.of(key))) {
        return true;
      }
    }
    return false;
  }

  private void indexes() {
    for (Index index : changes.droppedIndexes.values()) {
      if (!changes.addedIndexes.containsKey(index.name())) {
        boolean early = types.touches(index) || changes.addedKeys.containsKey(index.name());
        Slot slot = early ? Slot.EARLY_KEY_DROPS : Slot.KEY_DROPS;
        steps.add(slot, new DropIndex(before.name(), index));
      }
    }
    for (Index index : changes.addedIndexes.values()) {
      Index former = changes.droppedIndexes.get(index.name());
      if (former == null) {
        steps.add(Slot.KEYS, new AddIndex(before.name(), index));
      } else if (types.touches(former)) {
        steps.add(Slot.EARLY_KEY_DROPS, new DropIndex(before.name(), former));
        steps.add(Slot.KEYS, new AddIndex(before.name(), index));
      } else {
        steps.add(
            Slot.KEYS,
            Step.Kind.INDEX,
            List.of(new DropIndex(before.name(), former), new AddIndex(before.name(), index)));
      }
    }
  }

  private Change drop(Constraint constraint) {
    return new DropConstraint(before.name(), constraint);
  }

  private Change add(Constraint constraint) {
    return new AddConstraint(before.name(), constraint);
  }
}
