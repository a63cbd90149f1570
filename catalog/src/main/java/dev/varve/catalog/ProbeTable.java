package dev.varve.catalog;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Default;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.sql.SqlRenaming;
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
    QualifiedName name = QualifiedName.of(name(number));
    List<Column> columns = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      columns.add(
          new Column(
              column.name(),
              types.probe(column.type()),
              column.nullable(),
              probe(table, column.source(), name),
              column.sqlType(),
              ""));
    }
    List<Check> checks = new ArrayList<>(table.checks().size());
    for (Check check : table.checks()) {
      checks.add(new Check(check.name(), probe(table, check.condition(), name)));
    }
    List<Index> indexes = new ArrayList<>(table.indexes().size());
    for (int i = 0; i < table.indexes().size(); i++) {
      indexes.add(probe(table, table.indexes().get(i), INDEX + number + '_' + i, name));
    }
    return new Table(name, "", columns, PrimaryKey.NONE, List.of(), checks, List.of(), indexes, "");
  }

  private static ValueSource probe(Table table, ValueSource source, QualifiedName name) {
    if (source instanceof Identity) {
      return new Given();
    }
    return source instanceof Computed computed
        ? new Computed(probe(table, computed.expression(), name), computed.stored())
        : source;
  }

  private static Index probe(Table table, Index index, String name, QualifiedName probe) {
    List<Part> parts = new ArrayList<>(index.parts().size());
    for (Part part : index.parts()) {
      parts.add(
          part instanceof ExpressionPart expression
              ? new ExpressionPart(probe(table, expression.sql(), probe), expression.descending())
              : part);
    }
    return new Index(
        name,
        parts,
        index.unique(),
        index.method(),
        index.include(),
        probe(table, index.where(), probe));
  }

  /** A column may be written with its table's name before it, with or without the schema's. */
  private static Sql probe(Table table, Sql sql, QualifiedName probe) {
    return sql.in(Dialect.POSTGRESQL).orElse("").indexOf('.') < 0
        ? sql
        : SqlRenaming.table(sql, table.name(), new QualifiedName("pg_temp", probe.name()));
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
