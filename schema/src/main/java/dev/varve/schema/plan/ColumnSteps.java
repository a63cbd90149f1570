package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Fill;
import dev.varve.schema.sql.PostgresActions;
import java.util.List;

/** What becomes of the columns of one table, but for their types. */
final class ColumnSteps {
  private final PostgresActions actions = new PostgresActions();
  private final QualifiedName table;
  private final Steps steps;
  private final LostValues lost;

  ColumnSteps(QualifiedName table, Steps steps, LostValues lost) {
    this.table = table;
    this.steps = steps;
    this.lost = lost;
  }

  void add(AddColumn change) {
    Column column = change.column();
    if (column.source() instanceof Identity) {
      addCounter(column);
    } else if (Columns.isComputed(column)) {
      // What it is computed from may be new, or get another type before.
      steps.add(Slot.COMPUTED, change);
    } else if (fill(change).equals(Fill.NONE) || isConstant(change)) {
      steps.add(Slot.COLUMNS, new AddColumn(table, column, fill(change)));
    } else {
      addAndFill(column, fill(change));
    }
  }

  /** A type that somebody wrote may be a domain, whose rules are looked after row by row. */
  private static boolean isConstant(AddColumn change) {
    return Columns.isGiven(change.fill())
        && Constants.isConstant(Columns.given(change.fill()))
        && change.column().sqlType().isEmpty();
  }

  /** How rows that are there get a value, where the column can't be added together with it. */
  private static Fill fill(AddColumn change) {
    if (Columns.isGiven(change.fill())) {
      return change.fill();
    }
    return change.column().source() instanceof Default value
            && !Volatility.isSteady(PostgresActions.text(value))
        ? new Fill.Computed(value.expression())
        : Fill.NONE;
  }

  private void addAndFill(Column column, Fill fill) {
    Column empty = Columns.source(Columns.nullable(column, true), new Given());
    Column sourced = Columns.source(empty, column.source());
    steps.add(Slot.COLUMNS, new AddColumn(table, empty, Fill.NONE));
    if (!sourced.equals(empty)) {
      steps.add(Slot.COLUMNS, alter(empty, sourced));
    }
    steps.add(Slot.NEW_VALUES, new AlterColumn(table, sourced, column, fill, Fill.NONE));
  }

  private void addCounter(Column column) {
    Column empty = Columns.source(Columns.nullable(column, true), new Given());
    steps.add(Slot.COLUMNS, new AddColumn(table, empty, Fill.NONE));
    steps.add(Slot.COMPUTED, Step.Kind.COUNTER, List.of(alter(empty, column)));
  }

  /** A column without a value of its own has to take rows of those who don't know it any more. */
  void drop(DropColumn change) {
    Column column = change.column();
    if (column.nullable() || !(column.source() instanceof Given)) {
      steps.add(Slot.COLUMN_DROPS, change);
      return;
    }
    Column empty = Columns.nullable(column, true);
    Fill undo = lost.of(table, column.name());
    steps.add(Slot.NULLABLE, new AlterColumn(table, column, empty, Fill.NONE, undo));
    steps.add(Slot.COLUMN_DROPS, new DropColumn(table, empty));
  }

  /** What differs before the type changes; the column as it is then. */
  Column startAlter(AlterColumn change) {
    Column column = change.from();
    if (!column.comment().equals(change.to().comment())) {
      column = step(Slot.COLUMNS, column, Columns.comment(column, change.to().comment()));
    }
    if (Columns.isComputed(column) || Columns.isComputed(change.to())) {
      return column;
    }
    ValueSource source = change.to().source();
    boolean retyped = TypeChange.of(column, change.to()) != TypeChange.NONE;
    if (column.source().equals(source)) {
      return column;
    }
    if (column.source() instanceof Identity) {
      // A default of the new type has to wait for it.
      ValueSource next = retyped ? new Given() : source;
      return step(Slot.COLUMNS, column, Columns.source(column, next));
    }
    if (source instanceof Identity) {
      boolean later = retyped || column.nullable();
      if (!later) {
        return step(Slot.COLUMNS, column, Columns.source(column, source));
      }
      return column.source() instanceof Given
          ? column
          : step(Slot.COLUMNS, column, Columns.source(column, new Given()));
    }
    return retyped ? column : step(Slot.COLUMNS, column, Columns.source(column, source));
  }

  /**
   * What differs after the type has changed.
   *
   * @param column the column as it is then
   * @param fill how rows without a value get one
   */
  void endAlter(Column column, AlterColumn change, Fill fill) {
    Column to = change.to();
    Column present = column;
    if (present.nullable() && !to.nullable()) {
      Column required = Columns.nullable(present, false);
      steps.add(
          Slot.NOT_NULL, new AlterColumn(table, present, required, filled(fill, to), Fill.NONE));
      present = required;
    }
    if (!present.source().equals(to.source())) {
      present = step(Slot.COUNTERS, present, Columns.source(present, to.source()));
    }
    relax(Slot.NULLABLE, present, change);
  }

  /** Lets a column be null if it shall; the column as it is then. */
  Column relax(Slot slot, Column column, AlterColumn change) {
    if (column.nullable() || !change.to().nullable()) {
      return column;
    }
    Column empty = Columns.nullable(column, true);
    Fill undo = Columns.isGiven(change.undo()) ? change.undo() : lost.of(table, column.name());
    steps.add(slot, new AlterColumn(table, column, empty, Fill.NONE, undo));
    return empty;
  }

  /**
   * What rows get on the way back of a column that was given and is computed: the values that were
   * computed, where those may stand in it.
   */
  Fill givenAgain(Column given, Column computed) {
    boolean fits = TypeChange.of(computed, given) == TypeChange.NONE;
    if (fits && (given.nullable() || !computed.nullable())) {
      return Fill.NONE;
    }
    boolean needed = !given.nullable() || given.source() instanceof Default;
    Fill value = needed ? lost.of(table, given.name()) : Fill.NONE;
    String text = Columns.isGiven(value) ? Columns.given(value) : "NULL";
    return new Fill.Computed(sql(fits ? actions.orElse(given.name(), text) : text), true);
  }

  /** Where nobody says what rows get that have no value, they get the default. */
  private static Fill filled(Fill fill, Column to) {
    if (Columns.isGiven(fill)) {
      return fill;
    }
    if (fill instanceof Fill.Replaced replaced
        && replaced.missing().in(Dialect.POSTGRESQL).isPresent()) {
      return new Fill.Computed(replaced.missing());
    }
    return to.source() instanceof Default value ? new Fill.Computed(value.expression()) : Fill.NONE;
  }

  private Column step(Slot slot, Column from, Column to) {
    steps.add(slot, alter(from, to));
    return to;
  }

  private Change alter(Column from, Column to) {
    return new AlterColumn(table, from, to, Fill.NONE, Fill.NONE);
  }

  /** A fragment for PostgreSQL. */
  static Sql sql(String text) {
    return Sql.only(Dialect.POSTGRESQL, text);
  }
}
