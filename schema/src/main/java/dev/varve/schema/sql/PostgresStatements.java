package dev.varve.schema.sql;

import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Identity;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that create, rename and drop what PostgreSQL holds, without their semicolons. They
 * take values in {@linkplain PhysicalSchema physical form}.
 */
public final class PostgresStatements {
  private final Identifiers names = Identifiers.of(Dialect.POSTGRESQL);
  private final PostgresTables tables = new PostgresTables(names);
  private final PostgresIndexes indexes = new PostgresIndexes(names);

  /** Statements without any state. */
  public PostgresStatements() {}

  /** Every database has it, and not every role may create schemas. */
  public static boolean isOurs(String schema) {
    return !schema.isEmpty() && !schema.equals("public");
  }

  /**
   * Creates a schema unless it is there. {@code CREATE SCHEMA IF NOT EXISTS} asks for the right to
   * create schemas also where the schema is there already (measured with PostgreSQL 18), and an
   * application's role may lack it.
   */
  public String createSchema(String name) {
    String quoted = names.quoted(name);
    return PostgresBlocks.run(
        "IF to_regnamespace("
            + Literals.text(quoted)
            + ") IS NULL THEN\n    CREATE SCHEMA "
            + quoted
            + ";\n  END IF;");
  }

  /**
   * Drops a schema, unless it holds something else, such as the applier's history, or isn't ours.
   */
  public String dropSchema(String name) {
    return PostgresBlocks.run(
        "DROP SCHEMA IF EXISTS "
            + names.quoted(name)
            + ";\nEXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN NULL;");
  }

  /** Creates an enum type. */
  public String createType(EnumType type) {
    return "CREATE TYPE "
        + names.quoted(type.name())
        + " AS ENUM ("
        + Literals.texts(type.values())
        + ')';
  }

  /** Drops an enum type. */
  public String dropType(QualifiedName name) {
    return "DROP TYPE " + names.quoted(name);
  }

  /** Renames an enum type, and moves it to another schema. */
  public List<String> renameType(QualifiedName from, QualifiedName to) {
    return move("TYPE", from, to);
  }

  /**
   * Adds a value to an enum type unless it has it.
   *
   * @param neighbour the value beside it; empty: it goes to the end
   * @param before whether it goes before its neighbour
   */
  public String addValue(QualifiedName type, String value, String neighbour, boolean before) {
    String place =
        neighbour.isEmpty() ? "" : (before ? " BEFORE " : " AFTER ") + Literals.text(neighbour);
    return "ALTER TYPE "
        + names.quoted(type)
        + " ADD VALUE IF NOT EXISTS "
        + Literals.text(value)
        + place;
  }

  /** Renames a value of an enum type. */
  public String renameValue(QualifiedName type, String from, String to) {
    return "ALTER TYPE "
        + names.quoted(type)
        + " RENAME VALUE "
        + Literals.text(from)
        + " TO "
        + Literals.text(to);
  }

  /** What is said of an enum type; empty: nothing. */
  public String commentType(QualifiedName name, String comment) {
    return comment("TYPE " + names.quoted(name), comment);
  }

  /** What is said of a table; empty: nothing. */
  public String commentTable(QualifiedName name, String comment) {
    return comment("TABLE " + names.quoted(name), comment);
  }

  /** What is said of a column; empty: nothing. */
  public String commentColumn(QualifiedName table, Column column) {
    String name = names.quoted(table) + '.' + names.quoted(column.name());
    return comment("COLUMN " + name, column.comment());
  }

  private static String comment(String object, String comment) {
    String text = comment.isEmpty() ? "NULL" : Literals.postgresLine(comment);
    return "COMMENT ON " + object + " IS " + text;
  }

  /** Creates a table with all its foreign keys, its comments and its indexes. */
  public List<String> createTable(Table table) {
    List<String> statements = new ArrayList<>();
    StringBuilder create = new StringBuilder();
    tables.create(create, "CREATE TABLE ", table, table.foreignKeys());
    statements.add(create.toString());
    if (!table.comment().isEmpty()) {
      statements.add(commentTable(table.name(), table.comment()));
    }
    for (Column column : table.columns()) {
      if (!column.comment().isEmpty()) {
        statements.add(commentColumn(table.name(), column));
      }
    }
    for (Index index : table.indexes()) {
      statements.add(createIndex(table.name(), index));
    }
    return statements;
  }

  /** Drops a table. */
  public String dropTable(QualifiedName name) {
    return "DROP TABLE " + names.quoted(name);
  }

  /** Renames a table, moves it to another schema, and has its counters follow. */
  public List<String> renameTable(Table table, QualifiedName to) {
    List<String> statements = new ArrayList<>(move("TABLE", table.name(), to));
    for (Column column : table.columns()) {
      if (column.source() instanceof Identity) {
        String from = Counters.name(table.name(), column.name());
        renameCounter(statements, to.schema(), from, Counters.name(to, column.name()));
      }
    }
    return statements;
  }

  /** Renames a column, and has its counter follow. */
  public List<String> renameColumn(QualifiedName table, Column column, String to) {
    List<String> statements = new ArrayList<>(2);
    String name = names.quoted(column.name());
    statements.add(alter(table) + " RENAME COLUMN " + name + " TO " + names.quoted(to));
    if (column.source() instanceof Identity) {
      String from = Counters.name(table, column.name());
      renameCounter(statements, table.schema(), from, Counters.name(table, to));
    }
    return statements;
  }

  /** The counter may be called otherwise, if its name was taken when it was made. */
  private void renameCounter(List<String> statements, String schema, String from, String to) {
    if (!from.equals(to)) {
      String name = names.quoted(new QualifiedName(schema, from));
      statements.add("ALTER SEQUENCE IF EXISTS " + name + " RENAME TO " + names.quoted(to));
    }
  }

  /** Renames a constraint, and the index that it has, if any. */
  public String renameConstraint(QualifiedName table, String from, String to) {
    return alter(table) + " RENAME CONSTRAINT " + names.quoted(from) + " TO " + names.quoted(to);
  }

  /** Renames an index. */
  public String renameIndex(QualifiedName table, String from, String to) {
    return "ALTER INDEX " + ofTable(table, from) + " RENAME TO " + names.quoted(to);
  }

  /** Renames an index if it is there. */
  public String renameIndexIfExists(QualifiedName table, String from, String to) {
    return "ALTER INDEX IF EXISTS " + ofTable(table, from) + " RENAME TO " + names.quoted(to);
  }

  /** Creates an index, while nobody can write to the table. */
  public String createIndex(QualifiedName table, Index index) {
    return createIndex("", table, index);
  }

  /** Creates an index while others read and write. */
  public String createIndexConcurrently(QualifiedName table, Index index) {
    return createIndex("CONCURRENTLY ", table, index);
  }

  private String createIndex(String option, QualifiedName table, Index index) {
    StringBuilder create = new StringBuilder();
    indexes.create(create, option, table, index);
    return create.toString();
  }

  /** Drops an index, while nobody can use the table. */
  public String dropIndex(QualifiedName table, String name) {
    return "DROP INDEX " + ofTable(table, name);
  }

  /** Drops an index, if it is there, while others read and write. */
  public String dropIndexConcurrently(QualifiedName table, String name) {
    return "DROP INDEX CONCURRENTLY IF EXISTS " + ofTable(table, name);
  }

  private String ofTable(QualifiedName table, String index) {
    return names.quoted(new QualifiedName(table.schema(), index));
  }

  private String alter(QualifiedName table) {
    return "ALTER TABLE " + names.quoted(table);
  }

  private List<String> move(String kind, QualifiedName from, QualifiedName to) {
    List<String> statements = new ArrayList<>(2);
    if (!from.schema().equals(to.schema())) {
      statements.add(setSchema("ALTER " + kind + ' ' + names.quoted(from), to.schema()));
    }
    if (!from.name().equals(to.name())) {
      QualifiedName moved = new QualifiedName(to.schema(), from.name());
      String name = names.quoted(to.name());
      statements.add("ALTER " + kind + ' ' + names.quoted(moved) + " RENAME TO " + name);
    }
    return statements;
  }

  /** The connection's current schema has no name that a statement could hold. */
  private String setSchema(String alter, String schema) {
    if (!schema.isEmpty()) {
      return alter + " SET SCHEMA " + names.quoted(schema);
    }
    String format = Literals.text(alter + " SET SCHEMA %I");
    return PostgresBlocks.run("EXECUTE format(" + format + ", current_schema());");
  }
}
