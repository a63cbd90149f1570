package dev.varve.schema.sql;

import dev.varve.schema.DependencyOrder;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.util.List;

/**
 * SQLite's scripts. Its foreign keys stand in CREATE TABLE always: there is no other way to make
 * them, and they may name a table that comes later.
 */
final class SqliteScript {
  private final DependencyOrder order;
  private final Identifiers names = Identifiers.of(Dialect.SQLITE);
  private final SqliteTables tables;
  private final SqliteIndexes indexes = new SqliteIndexes(names);
  private final StringBuilder script = new StringBuilder();

  SqliteScript(Schema schema) {
    order = DependencyOrder.of(schema);
    tables = new SqliteTables(names, schema);
  }

  String create() {
    for (Table table : order.tables()) {
      if (!script.isEmpty()) {
        script.append('\n');
      }
      tables.create(script, table);
      for (UniqueKey key : table.uniqueKeys()) {
        indexes.create(script, table, key);
      }
      for (Index index : table.indexes()) {
        if (SqliteIndexes.canExpress(index)) {
          indexes.create(script, table, index);
        }
      }
    }
    return script.toString();
  }

  String drop() {
    List<Table> parentsFirst = order.tables();
    for (int i = parentsFirst.size() - 1; i >= 0; i--) {
      String name = names.quoted(parentsFirst.get(i).name());
      script.append("DROP TABLE IF EXISTS ").append(name).append(";\n");
    }
    return script.toString();
  }
}
