package dev.varve.schema.sql;

import dev.varve.schema.DependencyOrder;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.List;

/**
 * SQLite's scripts. Its foreign keys stand in CREATE TABLE always: there is no other way to make
 * them, and they may name a table that comes later.
 */
final class SqliteScript {
  private final DependencyOrder order;
  private final Identifiers names = Identifiers.of(Dialect.SQLITE);
  private final SqliteChecks checks;
  private final SqliteTables tables = new SqliteTables(names, "CREATE TABLE IF NOT EXISTS");
  private final SqliteIndexes indexes = new SqliteIndexes(names, "IF NOT EXISTS ");
  private final StringBuilder script = new StringBuilder();

  SqliteScript(Schema schema) {
    order = DependencyOrder.of(schema);
    checks = new SqliteChecks(names, schema);
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
    SqliteForm form = new SqliteForm(checks, table);
    tables.create(script, table, form);
    for (Index index : form.indexes()) {
      indexes.create(script, table.name(), index);
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
