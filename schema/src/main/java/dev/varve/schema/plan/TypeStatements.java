package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.OfTable;
import dev.varve.schema.change.Fill;
import dev.varve.schema.sql.PostgresActions;
import dev.varve.schema.sql.PostgresCasts;
import dev.varve.schema.sql.PostgresOnline;
import dev.varve.schema.sql.PostgresStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All new types of a table's columns in one statement, so that it is rewritten once at most. */
final class TypeStatements {
  private final PostgresStatements statements = new PostgresStatements();
  private final PostgresActions actions = new PostgresActions();
  private final PostgresCasts casts = new PostgresCasts();
  private final PostgresOnline online = new PostgresOnline();
  private final Versions versions;

  TypeStatements(Versions versions) {
    this.versions = versions;
  }

  /** What goes before columns that are computed from it go or change, and what follows. */
  private static final class Actions {
    private final List<String> drops = new ArrayList<>();
    private final List<String> frees = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /** The statements that can't be part of the one. */
    private final List<Statement> before = new ArrayList<>();

    private final List<Statement> after = new ArrayList<>();

    /** PostgreSQL drops in the order in which it's written. */
    List<String> together() {
      List<String> all = new ArrayList<>(drops);
      all.addAll(frees);
      all.addAll(others);
      return all;
    }
  }

  List<Statement> of(List<Change> changes) {
    QualifiedName table = ((OfTable) changes.get(0)).table();
    Actions found = new Actions();
    @Nullable Column guard = null;
    boolean inUtc = false;
    for (Change change : changes) {
      if (change instanceof AlterColumn alter) {
        alter(alter, found);
        guard = isRepeatable(alter) ? guard : alter.to();
        inUtc |= isMoment(alter);
      } else {
        other(change, found);
      }
    }
    List<Statement> all = new ArrayList<>(found.before);
    List<String> together = found.together();
    if (!together.isEmpty()) {
      all.add(
          Statement.of(
              guard != null
                  ? online.unlessTyped(table, guard, together, inUtc)
                  : inUtc ? online.inUtc(table, together) : actions.alter(table, together)));
    }
    all.addAll(found.after);
    return all;
  }

  /** Most casts give the same when they're done again; what a person wrote may not. */
  private static boolean isRepeatable(AlterColumn change) {
    return switch (TypeChange.of(change.from(), change.to())) {
      case NONE -> true;
      case CATALOG, INDEXES -> change.fill().equals(Fill.NONE);
      case REWRITE ->
          change.fill().equals(Fill.NONE) && PostgresCasts.isRepeatable(change.from(), change.to());
    };
  }

  /** Whether the type changes between moments with and without time zone, by itself. */
  private static boolean isMoment(AlterColumn change) {
    return !Columns.isGiven(change.fill())
        && TypeChange.of(change.from(), change.to()) == TypeChange.INDEXES
        && change.from().sqlType().isEmpty()
        && change.to().sqlType().isEmpty();
  }

  private void other(Change change, Actions found) {
    if (change instanceof DropConstraint drop) {
      found.drops.add(actions.dropConstraintIfExists(drop.constraint().name()));
    } else if (change instanceof AddConstraint add) {
      found.others.add(actions.addNotValid(add.constraint()));
      String name = add.constraint().name();
      found.after.add(Statement.of(actions.alter(add.table(), actions.validate(name))));
    } else if (change instanceof DropColumn drop) {
      found.drops.add(actions.dropColumnIfExists(drop.column().name()));
    } else {
      AddColumn add = (AddColumn) change;
      addColumn(add.table(), add.column(), found.drops, found);
    }
  }

  private void addColumn(QualifiedName table, Column column, List<String> drops, Actions found) {
    String drop = actions.dropColumnIfExists(column.name());
    if (!found.drops.contains(drop)) {
      drops.add(drop);
    }
    found.others.add(actions.addColumn(column));
    if (!column.comment().isEmpty()) {
      found.after.add(Statement.of(statements.commentColumn(table, column)));
    }
  }

  private void alter(AlterColumn change, Actions found) {
    Column from = change.from();
    Column to = change.to();
    if (to.source() instanceof Computed computed) {
      if (TypeSteps.canSetExpression(from, to, versions)) {
        found.others.add(actions.setExpression(to.name(), computed));
      } else {
        List<String> drops = Columns.isComputed(from) ? found.drops : found.others;
        addColumn(change.table(), to, drops, found);
      }
      return;
    }
    if (from.source() instanceof Computed computed) {
      free(change, computed, found);
    }
    if (from.source() instanceof Default) {
      found.others.add(actions.dropDefault(from.name()));
    }
    if (changesValues(change)) {
      found.others.add(type(change));
    }
    if (to.source() instanceof Default) {
      found.others.add(actions.setDefault(to));
    }
    if (from.nullable() && !to.nullable()) {
      found.others.add(actions.setNotNull(to.name()));
    }
  }

  /** What was computed stays as a value; what isn't stored has to be before. */
  private void free(AlterColumn change, Computed computed, Actions found) {
    Column from = change.from();
    if (!computed.stored()) {
      Column stored = Columns.source(from, new Computed(computed.expression(), true));
      found.before.add(
          Statement.of(
              actions.alter(
                  change.table(),
                  List.of(actions.dropColumnIfExists(from.name()), actions.addColumn(stored)))));
      if (!change.to().comment().isEmpty()) {
        found.after.add(Statement.of(statements.commentColumn(change.table(), change.to())));
      }
    }
    String drop = actions.dropExpression(from.name());
    if (freesFirst(change)) {
      found.before.add(Statement.of(actions.alter(change.table(), List.of(drop))));
    } else {
      found.frees.add(drop);
    }
  }

  /**
   * PostgreSQL refuses USING for a column that is computed when the statement starts (measured).
   */
  private boolean freesFirst(AlterColumn change) {
    return change.from().source() instanceof Computed
        && !(change.to().source() instanceof Computed)
        && changesValues(change)
        && !type(change).equals(actions.type(change.to()));
  }

  private static boolean changesValues(AlterColumn change) {
    return TypeChange.of(change.from(), change.to()) != TypeChange.NONE
        || Columns.isGiven(change.fill());
  }

  private String type(AlterColumn change) {
    Column from = change.from();
    Column to = change.to();
    if (Columns.isGiven(change.fill())) {
      return actions.type(to, Columns.given(change.fill()));
    }
    Map<String, String> words =
        change.fill() instanceof Fill.Replaced replaced ? replaced.words() : Map.of();
    boolean plain =
        TypeChange.of(from, to) != TypeChange.REWRITE
            || PostgresCasts.isPlain(from.type(), to.type());
    return plain && words.isEmpty()
        ? actions.type(to)
        : actions.type(to, casts.convert(from, to, words));
  }
}
