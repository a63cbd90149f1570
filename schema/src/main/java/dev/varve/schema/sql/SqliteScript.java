package dev.varve.schema.sql;

import dev.varve.schema.DependencyOrder;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
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
      createTable(table);
    }
    return script.toString();
  }

  private void createTable(Table table) {
    SqliteFragments fragments = new SqliteFragments(table);
    tables.create(script, table, fragments);
    if (SqliteTypes.hasComputedKey(table)) {
      PrimaryKey key = table.primaryKey();
      indexes.createUnique(script, table, key.name(), key.columns());
    }
    for (UniqueKey key : table.uniqueKeys()) {
      indexes.createUnique(script, table, key.name(), key.columns());
    }
    for (Index index : table.indexes()) {
      if (SqliteIndexes.canExpress(index)) {
        indexes.create(script, table, index, fragments);
      }
    }
  }

  /**
   * Before it drops a table SQLite deletes its rows if foreign keys are on (<a
   * href="https://www.sqlite.org/foreignkeys.html#fk_schemacommands">CREATE, ALTER and DROP TABLE
   * commands</a>). In a cycle that fails, also where there are no rows, and outside of it rows of
   * tables that aren't ours could go with them: the applier has to switch them off.
   */
  String drop() {
    List<Table> parentsFirst = order.tables();
    if (!parentsFirst.isEmpty()) {
      script.append("-- varve:foreign_keys off\n");
    }
    for (int i = parentsFirst.size() - 1; i >= 0; i--) {
      String name = names.quoted(parentsFirst.get(i).name());
      script.append("DROP TABLE IF EXISTS ").append(name).append(";\n");
    }
    return script.toString();
  }
}
