package dev.varve.processor.read;

import dev.varve.schema.Check;
import dev.varve.schema.ColumnType;
import dev.varve.schema.ColumnType.Simple;
import dev.varve.schema.Names;
import dev.varve.schema.Sql;
import java.util.List;

/**
 * A constraint of {@code jakarta.validation} on a column.
 *
 * @param draft the table
 * @param column the column
 * @param component the component it stores
 * @param site where the constraint stands: on the component, or in one of its value records
 * @param mark the constraint
 */
record ColumnConstraint(
    TableDraft draft, DraftColumn column, Component component, Site site, Mark mark) {
  ColumnType type() {
    return column.column().type();
  }

  /** The column's name as both dialects can write it. */
  String sqlName() {
    return SqlQuotes.name(column.name());
  }

  DomainDraft domain() {
    return draft.domain(column.name());
  }

  /** Adds a CHECK called after the constraint. */
  void check(Sql condition) {
    String rule = Names.snakeCase(mark.name());
    String name = Names.check(draft.name(), List.of(column.name(), rule));
    String free = NumberedNames.free(name, CheckReader.taken(draft));
    draft.checks.add(new Placed<>(new Check(free, condition), site.place(mark)));
  }

  /** Adds a CHECK with one text for all dialects. */
  void check(String condition) {
    check(Sql.of(condition));
  }

  boolean isWhole() {
    return type() == Simple.INT16
        || type() == Simple.INT32
        || type() == Simple.INT64
        || type() == Simple.INTEGER;
  }

  boolean isNumber() {
    return Numbers.isNumber(type());
  }

  boolean isMoment() {
    return type() == Simple.INSTANT
        || type() == Simple.DATE_TIME
        || type() == Simple.DATE
        || type() == Simple.TIME;
  }
}
