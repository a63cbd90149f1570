package dev.varve.schema.change;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Constraint;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.sql.SqlForm;
import java.util.Comparator;

/**
 * What is the same to a database: the order of columns, origins, and the white space of SQL make no
 * difference.
 */
final class Same {
  private Same() {}

  static boolean tables(Table one, Table other) {
    return one.equals(other) || form(one).equals(form(other));
  }

  static boolean types(EnumType one, EnumType other) {
    return one.name().equals(other.name())
        && one.values().equals(other.values())
        && one.comment().equals(other.comment());
  }

  static boolean columns(Column one, Column other) {
    return one.equals(other) || one.name().equals(other.name()) && form(one).equals(form(other));
  }

  static boolean constraints(Constraint one, Constraint other) {
    return one.equals(other) || one.name().equals(other.name()) && form(one).equals(form(other));
  }

  static boolean indexes(Index one, Index other) {
    return one.equals(other) || one.name().equals(other.name()) && form(one).equals(form(other));
  }

  /** A constraint with its SQL in the form for comparing. */
  static Constraint form(Constraint constraint) {
    return constraint instanceof Check check
        ? new Check(check.name(), SqlForm.of(check.condition()))
        : constraint;
  }

  /** An index with its SQL in the form for comparing. */
  static Index form(Index index) {
    return Elements.rewritten(index, SqlForm::of);
  }

  private static Column form(Column column) {
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        form(column.source()),
        column.sqlType(),
        column.comment());
  }

  private static ValueSource form(ValueSource source) {
    if (source instanceof Default value) {
      return new Default(SqlForm.of(value.expression()));
    }
    return source instanceof Computed computed
        ? new Computed(SqlForm.of(computed.expression()), computed.stored())
        : source;
  }

  private static Table form(Table table) {
    TableEdit edit = new TableEdit(table);
    edit.columns.replaceAll(Same::form);
    edit.columns.sort(Comparator.comparing(Column::name));
    edit.checks.replaceAll(check -> (Check) form(check));
    edit.indexes.replaceAll(Same::form);
    edit.origin = "";
    return edit.table();
  }
}
