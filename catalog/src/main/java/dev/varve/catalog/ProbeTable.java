package dev.varve.catalog;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnType;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import java.util.ArrayList;
import java.util.List;

/** A table of a probe: what the server is asked, and what its answer says of the real table. */
final class ProbeTable {
  private static final String TABLE = "varve_expected_";
  private static final String INDEX = "varve_expected_index_";

  private ProbeTable() {}

  /** The name of a probe's table. */
  static String name(int number) {
    return TABLE + number;
  }

  /** A table with the columns, CHECKs and indexes of another, without keys and comments. */
  static Table probe(Table table, int number, ProbeTypes types) {
    List<Column> columns = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      ValueSource source = column.source() instanceof Identity ? new Given() : column.source();
      ColumnType type = types.probe(column.type());
      columns.add(new Column(column.name(), type, column.nullable(), source, column.sqlType(), ""));
    }
    List<Index> indexes = new ArrayList<>(table.indexes().size());
    for (int i = 0; i < table.indexes().size(); i++) {
      Index index = table.indexes().get(i);
      String name = INDEX + number + '_' + i;
      indexes.add(
          new Index(
              name, index.parts(), index.unique(), index.method(), index.include(), index.where()));
    }
    QualifiedName name = QualifiedName.of(name(number));
    return new Table(
        name, "", columns, PrimaryKey.NONE, List.of(), table.checks(), List.of(), indexes, "");
  }

  /** A table with the expressions and types of its probe. */
  static Table written(Table table, Table probe, ProbeTypes types) {
    List<Column> columns = new ArrayList<>(table.columns().size());
    for (int i = 0; i < table.columns().size(); i++) {
      columns.add(written(table.columns().get(i), probe.columns().get(i), types));
    }
    List<Check> checks = new ArrayList<>(probe.checks().size());
    for (Check check : probe.checks()) {
      checks.add(new Check(check.name(), types.meant(check.condition())));
    }
    List<Index> indexes = new ArrayList<>(probe.indexes().size());
    for (Index index : probe.indexes()) {
      int number = Integer.parseInt(index.name().substring(index.name().lastIndexOf('_') + 1));
      indexes.add(written(table.indexes().get(number).name(), index, types));
    }
    return new Table(
        table.name(),
        "",
        columns,
        table.primaryKey(),
        table.uniqueKeys(),
        checks,
        table.foreignKeys(),
        indexes,
        table.comment());
  }

  private static Column written(Column column, Column probe, ProbeTypes types) {
    Column typed = ProbeTypes.isEnum(column.type()) ? column : probe;
    ValueSource source =
        column.source() instanceof Identity ? column.source() : written(probe.source(), types);
    return new Column(
        column.name(), typed.type(), column.nullable(), source, typed.sqlType(), column.comment());
  }

  private static ValueSource written(ValueSource source, ProbeTypes types) {
    if (source instanceof Default value) {
      return new Default(types.meant(value.expression()));
    }
    return source instanceof Computed computed
        ? new Computed(types.meant(computed.expression()), computed.stored())
        : source;
  }

  private static Index written(String name, Index probe, ProbeTypes types) {
    List<Part> parts = new ArrayList<>(probe.parts().size());
    for (Part part : probe.parts()) {
      parts.add(
          part instanceof ExpressionPart expression
              ? new ExpressionPart(types.meant(expression.sql()), expression.descending())
              : part);
    }
    return new Index(
        name, parts, probe.unique(), probe.method(), probe.include(), types.meant(probe.where()));
  }
}
