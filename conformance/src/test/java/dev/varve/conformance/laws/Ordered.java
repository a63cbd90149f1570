package dev.varve.conformance.laws;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * Schemas without what is no difference: the order of columns, origins, and quotes around names in
 * what a person wrote.
 */
final class Ordered {
  private Ordered() {}

  static Schema columns(Schema schema) {
    return new Schema(
        schema.enumTypes().stream()
            .map(type -> new EnumType(type.name(), type.values(), "", type.comment()))
            .toList(),
        schema.tables().stream().map(Ordered::table).toList());
  }

  private static Table table(Table table) {
    return new Table(
        table.name(),
        "",
        table.columns().stream()
            .map(Ordered::column)
            .sorted(Comparator.comparing(Column::name))
            .toList(),
        table.primaryKey(),
        table.uniqueKeys(),
        table.checks().stream()
            .map(check -> new Check(check.name(), plain(check.condition())))
            .toList(),
        table.foreignKeys(),
        table.indexes().stream().map(Ordered::index).toList(),
        table.comment());
  }

  private static Column column(Column column) {
    ValueSource source =
        column.source() instanceof ValueSource.Computed computed
            ? new ValueSource.Computed(plain(computed.expression()), computed.stored())
            : column.source();
    return new Column(
        column.name(),
        column.type(),
        column.nullable(),
        source,
        column.sqlType(),
        column.comment());
  }

  private static Index index(Index index) {
    return new Index(
        index.name(),
        index.parts().stream().map(Ordered::part).toList(),
        index.unique(),
        index.method(),
        index.include(),
        plain(index.where()));
  }

  private static Index.Part part(Index.Part part) {
    return part instanceof Index.ExpressionPart expression
        ? new Index.ExpressionPart(plain(expression.sql()), part.descending())
        : part;
  }

  private static Sql plain(Sql sql) {
    Map<Dialect, String> texts = new EnumMap<>(Dialect.class);
    sql.byDialect().forEach((dialect, text) -> texts.put(dialect, text.replace("\"", "")));
    return new Sql(texts);
  }
}
