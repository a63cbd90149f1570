package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.Constraint;
import dev.varve.schema.Dialect;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.change.Fill;
import java.util.List;
import java.util.Map;

/** Columns that differ from others in one point, and what is asked of them. */
final class Columns {
  private Columns() {}

  static Column nullable(Column column, boolean nullable) {
    return new Column(
        column.name(),
        column.type(),
        nullable,
        column.source(),
        column.sqlType(),
        column.comment());
  }

  static Column source(Column column, ValueSource source) {
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        source,
        column.sqlType(),
        column.comment());
  }

  static Column comment(Column column, String comment) {
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        column.source(),
        column.sqlType(),
        comment);
  }

  static Column typed(Column column, ColumnType type, Map<Dialect, String> sqlType) {
    return new Column(
        column.name(), type, column.nullable(), column.source(), sqlType, column.comment());
  }

  static boolean isComputed(Column column) {
    return column.source() instanceof Computed;
  }

  /** Whether somebody wrote an expression for PostgreSQL. */
  static boolean isGiven(Fill fill) {
    return fill instanceof Fill.Computed computed
        && computed.expression().in(Dialect.POSTGRESQL).isPresent();
  }

  /** The expression that somebody wrote for PostgreSQL, which there has to be. */
  static String given(Fill fill) {
    return ((Fill.Computed) fill).expression().in(Dialect.POSTGRESQL).orElseThrow();
  }

  /** The columns of a primary or unique key. */
  static List<String> of(Constraint key) {
    return key instanceof PrimaryKey primary
        ? primary.columns()
        : key instanceof UniqueKey unique ? unique.columns() : List.of();
  }
}
