package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Constraint;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Fill;
import dev.varve.schema.sql.Mentions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one table that get another type or are computed otherwise, with all that depends
 * on them and would stop that, or would be checked row by row while nobody can read the table:
 * CHECKs and computed columns go and come back in the same statement, keys and indexes of computed
 * columns before and after.
 */
final class TypeSteps {
  private final Table before;
  private final TableChanges changes;
  private final Versions versions;
  private final List<Change> alters = new ArrayList<>();
  private final Map<String, TypeChange> retyped = new HashMap<>();

  /** Columns whose values change, so that foreign keys can't hold meanwhile. */
  private final Set<String> touched = new HashSet<>();

  /** Computed columns that are added again with another expression. */
  private final List<Change> replaced = new ArrayList<>();

  /** Columns that are dropped and added again. */
  private final Set<String> again = new HashSet<>();

  TypeSteps(Table before, TableChanges changes, Versions versions) {
    this.before = before;
    this.changes = changes;
    this.versions = versions;
  }

  /** The values of a column change. */
  void touch(String column) {
    touched.add(column);
  }

  /**
   * Gives a column its new type, and its new default; the column as it is then.
   *
   * @param fill how values are converted
   */
  Column retype(Column from, AlterColumn change, Fill fill) {
    Column to = change.to();
    boolean becomesCounter =
        to.source() instanceof Identity && !(from.source() instanceof Identity);
    ValueSource source = becomesCounter ? new Given() : to.source();
    Column typed = Columns.source(Columns.typed(from, to.type(), to.sqlType()), source);
    TypeChange kind = TypeChange.of(from, to);
    retyped.put(from.name(), kind);
    if (kind != TypeChange.CATALOG) {
      touched.add(from.name());
    }
    alters.add(new AlterColumn(before.name(), from, typed, fill, change.undo()));
    return typed;
  }

  /**
   * Computes a column otherwise, or for the first or last time.
   *
   * @param fill how values that were computed become given ones of another type
   * @param undo the same on the way back
   */
  void computed(Column from, Column to, Fill fill, Fill undo) {
    alters.add(new AlterColumn(before.name(), from, to, fill, undo));
    if (!Columns.isComputed(from)) {
      retyped.put(from.name(), TypeChange.REWRITE);
    }
    if (!canSetExpression(from, to, versions)) {
      touched.add(from.name());
      again.add(from.name());
    }
  }

  /** From version 17 on an expression can change in place. */
  static boolean canSetExpression(Column from, Column to, Versions versions) {
    return versions.postgresql() >= 17
        && from.source() instanceof Computed former
        && to.source() instanceof Computed present
        && former.stored()
        && present.stored()
        && from.nullable() == to.nullable()
        && TypeChange.of(from, to) == TypeChange.NONE;
  }

  /**
   * Whether a computed column has to go early, as the type of one that it is computed from changes.
   */
  boolean takes(DropColumn change) {
    if (Columns.isComputed(change.column()) && dependsOnRetyped(change.column())) {
      alters.add(0, change);
      touched.add(change.column().name());
      return true;
    }
    return false;
  }

  private boolean dependsOnRetyped(Column computed) {
    Computed source = (Computed) computed.source();
    for (String column : retyped.keySet()) {
      if (Mentions.of(source.expression(), column, Dialect.POSTGRESQL)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an index holds values that change, or its expressions are over columns that do. */
  boolean touches(Index index) {
    for (String column : touched) {
      if (Mentions.of(index, column, Dialect.POSTGRESQL)) {
        return true;
      }
    }
    return false;
  }

  boolean touchesAny(List<String> columns) {
    for (String column : columns) {
      if (touched.contains(column)) {
        return true;
      }
    }
    return false;
  }

  /** The columns whose values change. */
  Set<String> touched() {
    return touched;
  }

  void plan(Steps steps) {
    if (alters.isEmpty()) {
      return;
    }
    List<Change> expressions = takeExpressions();
    List<Change> added = computeAgain();
    for (Constraint key : keysOfComputed()) {
      changes.droppedKeys.put(key.name(), key);
      steps.add(Slot.KEYS, new Change.AddConstraint(before.name(), key));
    }
    for (Index index : before.indexes()) {
      if (!changes.droppedIndexes.containsKey(index.name()) && mustGo(index)) {
        steps.add(Slot.EARLY_KEY_DROPS, new Change.DropIndex(before.name(), index));
        steps.add(Slot.KEYS, new Change.AddIndex(before.name(), index));
      }
    }
    List<Change> together = new ArrayList<>();
    List<Change> checks = new ArrayList<>();
    for (Check check : before.checks()) {
      Check present = presentCheck(check);
      if (present != null && mentionsAny(check)) {
        together.add(new Change.DropConstraint(before.name(), check));
        checks.add(new Change.AddConstraint(before.name(), present));
        changes.droppedChecks.remove(check.name());
        changes.addedChecks.remove(check.name());
      }
    }
    together.addAll(alters);
    together.addAll(added);
    together.addAll(checks);
    if (!together.isEmpty()) {
      steps.add(Slot.COLUMN_TYPES, Step.Kind.TYPES, together);
    }
    for (Change expression : expressions) {
      steps.add(Slot.COLUMN_TYPES, Step.Kind.TYPES, List.of(expression));
    }
  }

  /**
   * Takes out other expressions of computed columns, which have to be set in statements of their
   * own: together with another type PostgreSQL 18 fails with "cache lookup failed for index"
   * (measured). Where that type is of a column that is computed from, the computed one goes and
   * comes back.
   */
  private List<Change> takeExpressions() {
    List<Change> expressions = new ArrayList<>();
    for (Change change : List.copyOf(alters)) {
      if (change instanceof AlterColumn alter
          && canSetExpression(alter.from(), alter.to(), versions)) {
        alters.remove(change);
        if (dependsOnRetyped(alter.from()) || dependsOnRetyped(alter.to())) {
          alters.add(0, new DropColumn(before.name(), alter.from()));
          replaced.add(new AddColumn(before.name(), alter.to(), Fill.NONE));
          touched.add(alter.from().name());
          again.add(alter.from().name());
        } else {
          expressions.add(change);
        }
      }
    }
    return expressions;
  }

  /** Computed columns that stay have to go while a column changes that they're computed from. */
  private List<Change> computeAgain() {
    Set<String> altered = new HashSet<>();
    for (AlterColumn change : changes.alteredColumns) {
      altered.add(change.to().name());
    }
    for (DropColumn change : changes.droppedColumns) {
      altered.add(change.column().name());
    }
    List<Change> added = new ArrayList<>(replaced);
    for (Column column : before.columns()) {
      if (Columns.isComputed(column)
          && !altered.contains(column.name())
          && dependsOnRetyped(column)) {
        alters.add(0, new DropColumn(before.name(), column));
        added.add(new AddColumn(before.name(), column, Fill.NONE));
        touched.add(column.name());
        again.add(column.name());
      }
    }
    return added;
  }

  private List<Constraint> keysOfComputed() {
    List<Constraint> keys = new ArrayList<>();
    for (UniqueKey key : before.uniqueKeys()) {
      if (!changes.droppedKeys.containsKey(key.name()) && containsAny(key.columns(), again)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static boolean containsAny(List<String> columns, Set<String> some) {
    for (String column : columns) {
      if (some.contains(column)) {
        return true;
      }
    }
    return false;
  }

  /**
   * An index of a column that goes would go with it; one with expressions over a column with other
   * values might not be understood any more.
   */
  private boolean mustGo(Index index) {
    for (String column : again) {
      if (Mentions.of(index, column, Dialect.POSTGRESQL)) {
        return true;
      }
    }
    for (Map.Entry<String, TypeChange> column : retyped.entrySet()) {
      if (column.getValue() == TypeChange.REWRITE
          && Mentions.inExpressions(index, column.getKey(), Dialect.POSTGRESQL)) {
        return true;
      }
    }
    return false;
  }

  /** The CHECK of the same name afterwards; null: it goes. */
  private @Nullable Check presentCheck(Check check) {
    return changes.droppedChecks.containsKey(check.name())
        ? changes.addedChecks.get(check.name())
        : check;
  }

  private boolean mentionsAny(Check check) {
    for (String column : retyped.keySet()) {
      if (Mentions.of(check, column, Dialect.POSTGRESQL)) {
        return true;
      }
    }
    for (String column : again) {
      if (Mentions.of(check, column, Dialect.POSTGRESQL)) {
        return true;
      }
    }
    return false;
  }
}
