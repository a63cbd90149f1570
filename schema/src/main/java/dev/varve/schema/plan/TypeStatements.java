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

  List<Statement> of(List<Change> changes) {
    QualifiedName table = ((OfTable) changes.get(0)).table();
    List<String> together = new ArrayList<>();
    List<Statement> after = new ArrayList<>();
    @Nullable Column guard = null;
    boolean inUtc = false;
    for (Change change : changes) {
      if (change instanceof AlterColumn alter) {
        alter(alter, together, after);
        guard = isRepeatable(alter) ? guard : alter.to();
        inUtc |= isMoment(alter);
      } else {
        other(change, together, after);
      }
    }
    List<Statement> all = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof AlterColumn alter && freesFirst(alter)) {
        all.add(
            Statement.of(actions.alter(table, List.of(actions.dropExpression(alter.to().name())))));
      }
    }
    all.add(
        Statement.of(
            guard != null
                ? online.unlessTyped(table, guard, together, inUtc)
                : inUtc ? online.inUtc(table, together) : actions.alter(table, together)));
    all.addAll(after);
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

  private void other(Change change, List<String> together, List<Statement> after) {
    if (change instanceof DropConstraint drop) {
      together.add(actions.dropConstraintIfExists(drop.constraint().name()));
    } else if (change instanceof AddConstraint add) {
      together.add(actions.addNotValid(add.constraint()));
      String name = add.constraint().name();
      after.add(Statement.of(actions.alter(add.table(), actions.validate(name))));
    } else if (change instanceof DropColumn drop) {
      together.add(actions.dropColumnIfExists(drop.column().name()));
    } else {
      AddColumn add = (AddColumn) change;
      addColumn(add.table(), add.column(), together, after);
    }
  }

  private void addColumn(
      QualifiedName table, Column column, List<String> together, List<Statement> after) {
    String drop = actions.dropColumnIfExists(column.name());
    if (!together.contains(drop)) {
      together.add(drop);
    }
    together.add(actions.addColumn(column));
    if (!column.comment().isEmpty()) {
      after.add(Statement.of(statements.commentColumn(table, column)));
    }
  }

  private void alter(AlterColumn change, List<String> together, List<Statement> after) {
    Column from = change.from();
    Column to = change.to();
    if (to.source() instanceof Computed computed) {
      if (TypeSteps.canSetExpression(from, to, versions)) {
        together.add(actions.setExpression(to.name(), computed));
      } else {
        addColumn(change.table(), to, together, after);
      }
      return;
    }
    if (from.source() instanceof Computed && !freesFirst(change)) {
      together.add(actions.dropExpression(from.name()));
    }
    if (from.source() instanceof Default) {
      together.add(actions.dropDefault(from.name()));
    }
    if (changesValues(change)) {
      together.add(type(change));
    }
    if (to.source() instanceof Default) {
      together.add(actions.setDefault(to));
    }
    if (from.nullable() && !to.nullable()) {
      together.add(actions.setNotNull(to.name()));
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
