package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.DependencyOrder;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * PostgreSQL's scripts. What has no {@code IF NOT EXISTS} there, types and constraints, stands in a
 * block that lets the error "exists already" pass.
 */
final class PostgresScript {
  /** Every database has it, and not every role may create schemas. */
  private static final String PUBLIC = "public";

  private final Schema schema;
  private final DependencyOrder order;
  private final Identifiers names = Identifiers.of(Dialect.POSTGRESQL);
  private final PostgresTables tables = new PostgresTables(names);
  private final PostgresIndexes indexes = new PostgresIndexes(names);
  private final ConstraintClauses constraints = new ConstraintClauses(names);
  private final StringBuilder script = new StringBuilder();

  PostgresScript(Schema schema) {
    this.schema = schema;
    order = DependencyOrder.of(schema);
  }

  String create() {
    for (String name : schemaNames()) {
      startBlock();
      createSchema(names.quoted(name));
    }
    for (EnumType type : schema.enumTypes()) {
      startBlock();
      createType(type);
    }
    for (Table table : order.tables()) {
      startBlock();
      createTable(table);
    }
    for (Table table : order.tables()) {
      for (ForeignKey key : closing(table)) {
        startBlock();
        addForeignKey(table, key);
      }
    }
    return script.toString();
  }

  String drop() {
    List<Table> reversed = new ArrayList<>(order.tables());
    Collections.reverse(reversed);
    for (Table table : reversed) {
      for (ForeignKey key : closing(table)) {
        script.append("ALTER TABLE IF EXISTS ").append(names.quoted(table.name()));
        script.append(" DROP CONSTRAINT IF EXISTS ").append(names.quoted(key.name()));
        script.append(";\n");
      }
    }
    for (Table table : reversed) {
      script.append("DROP TABLE IF EXISTS ").append(names.quoted(table.name())).append(";\n");
    }
    for (EnumType type : schema.enumTypes()) {
      script.append("DROP TYPE IF EXISTS ").append(names.quoted(type.name())).append(";\n");
    }
    for (String name : schemaNames()) {
      dropSchema(name);
    }
    return script.toString();
  }

  private void startBlock() {
    if (!script.isEmpty()) {
      script.append('\n');
    }
  }

  private Set<String> schemaNames() {
    Set<String> used = new TreeSet<>();
    for (EnumType type : schema.enumTypes()) {
      used.add(type.name().schema());
    }
    for (Table table : schema.tables()) {
      used.add(table.name().schema());
    }
    used.remove("");
    used.remove(PUBLIC);
    return used;
  }

  /**
   * {@code CREATE SCHEMA IF NOT EXISTS} asks for the right to create schemas also where the schema
   * is there already (measured with PostgreSQL 18), and an application's role may lack it.
   */
  private void createSchema(String name) {
    String block =
        " BEGIN\n  IF to_regnamespace("
            + Literals.text(name)
            + ") IS NULL THEN\n    CREATE SCHEMA "
            + name
            + ";\n  END IF;\nEND ";
    script.append("DO ").append(Literals.postgresBlock(block)).append(";\n");
  }

  private void createType(EnumType type) {
    String name = names.quoted(type.name());
    String values = Literals.texts(type.values());
    unlessPresent("CREATE TYPE " + name + " AS ENUM (" + values + ')');
    comment("TYPE " + name, type.comment());
  }

  private void createTable(Table table) {
    tables.create(script, table, inline(table));
    String name = names.quoted(table.name());
    comment("TABLE " + name, table.comment());
    for (Column column : table.columns()) {
      comment("COLUMN " + name + '.' + names.quoted(column.name()), column.comment());
    }
    for (Index index : table.indexes()) {
      if (PostgresIndexes.canExpress(index)) {
        indexes.create(script, table, index);
      }
    }
  }

  private void comment(String object, String comment) {
    if (!comment.isEmpty()) {
      script.append("COMMENT ON ").append(object).append(" IS ");
      script.append(Literals.postgresLine(comment)).append(";\n");
    }
  }

  private void addForeignKey(Table table, ForeignKey key) {
    String name = names.quoted(table.name());
    unlessPresent("ALTER TABLE " + name + " ADD " + constraints.foreignKey(key));
  }

  private void unlessPresent(String statement) {
    String block = " BEGIN\n  " + statement + ";\nEXCEPTION WHEN duplicate_object THEN NULL;\nEND ";
    script.append("DO ").append(Literals.postgresBlock(block)).append(";\n");
  }

  /** Keeps a schema that holds something else, such as the applier's history, or isn't ours. */
  private void dropSchema(String name) {
    String block =
        " BEGIN\n  DROP SCHEMA IF EXISTS "
            + names.quoted(name)
            + ";\nEXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL;"
            + "\nEND ";
    script.append("DO ").append(Literals.postgresBlock(block)).append(";\n");
  }

  private List<ForeignKey> inline(Table table) {
    List<ForeignKey> keys = new ArrayList<>(table.foreignKeys().size());
    for (ForeignKey key : table.foreignKeys()) {
      if (!order.closesCycle(table, key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private List<ForeignKey> closing(Table table) {
    List<ForeignKey> keys = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (order.closesCycle(table, key)) {
        keys.add(key);
      }
    }
    return keys;
  }
}
