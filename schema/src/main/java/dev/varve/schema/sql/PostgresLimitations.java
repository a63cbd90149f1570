package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL's script goes without. */
final class PostgresLimitations {
  private PostgresLimitations() {}

  static List<Limitation> of(Schema schema) {
    List<Limitation> found = new ArrayList<>();
    for (Table table : schema.tables()) {
      for (Column column : table.columns()) {
        if (column.source() instanceof Computed computed
            && computed.expression().in(Dialect.POSTGRESQL).isEmpty()) {
          found.add(
              new Limitation(
                  table.name(),
                  column.name(),
                  "the column isn't computed in PostgreSQL, its expression is for other dialects;"
                      + " write one for PostgreSQL"));
        }
      }
      for (Index index : table.indexes()) {
        if (!PostgresIndexes.canExpress(index)) {
          found.add(
              new Limitation(
                  table.name(),
                  index.name(),
                  "the index isn't made in PostgreSQL, an expression of it is for other dialects;"
                      + " write one for PostgreSQL"));
        }
      }
    }
    return List.copyOf(found);
  }
}
