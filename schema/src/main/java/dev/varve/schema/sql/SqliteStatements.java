package dev.varve.schema.sql;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Default;
import java.util.List;
import java.util.Map;

/**
 * The statements that change a SQLite database, each without its semicolon (<a
 * href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a>). Tables, columns and indexes
 * are those of a {@linkplain PhysicalSchema physical form}, names of tables flat.
 */
public final class SqliteStatements {
  private final Identifiers names = Identifiers.of(Dialect.SQLITE);
  private final ConstraintClauses constraints = new ConstraintClauses(names);
  private final SqliteTables tables = new SqliteTables(names, "CREATE TABLE");
  private final SqliteIndexes indexes = new SqliteIndexes(names, "");
  private final SqliteChecks noTypes = new SqliteChecks(names, Schema.EMPTY);

  /** Statements for any table. */
  public SqliteStatements() {}

  /** A table by another name; all that refers to it follows. */
  public String renameTable(String from, String to) {
    return alter(from) + "RENAME TO " + names.quoted(to);
  }

  /** A column by another name; all that mentions it follows. */
  public String renameColumn(String table, String from, String to) {
    return alter(table) + "RENAME COLUMN " + names.quoted(from) + " TO " + names.quoted(to);
  }

  /**
   * A table without its indexes.
   *
   * @param table in physical form
   */
  public String createTable(Table table) {
    return createTable(table, noTypes);
  }

  /**
   * A table without its indexes, with its comments.
   *
   * @param table as it stands in {@code schema}, a model
   */
  public String createTable(Table table, Schema schema) {
    return createTable(table, new SqliteChecks(names, schema));
  }

  private String createTable(Table table, SqliteChecks checks) {
    StringBuilder sql = new StringBuilder();
    tables.create(sql, table, new SqliteForm(checks, table));
    return withoutSemicolon(sql);
  }

  private static String withoutSemicolon(StringBuilder sql) {
    return sql.substring(0, sql.lastIndexOf(";"));
  }

  /** A table with its rows, indexes and triggers goes. */
  public String dropTable(String table) {
    return "DROP TABLE " + names.quoted(table);
  }

  /** An index of a table. */
  public String createIndex(String table, Index index) {
    StringBuilder sql = new StringBuilder();
    indexes.create(sql, QualifiedName.of(table), index);
    return withoutSemicolon(sql);
  }

  /** An index goes. */
  public String dropIndex(String index) {
    return "DROP INDEX " + names.quoted(index);
  }

  /**
   * A new column with constraints of its own. SQLite refuses it where existing rows break one of
   * them, where it is stored and computed, has a default that isn't constant, or is NOT NULL
   * without default.
   */
  public String addColumn(
      String table, Column column, List<Check> checks, List<ForeignKey> foreignKeys) {
    StringBuilder sql = new StringBuilder(alter(table)).append("ADD COLUMN ");
    sql.append(names.quoted(column.name())).append(' ').append(SqliteTables.definition(column));
    for (Check check : checks) {
      sql.append("\n  ").append(check(check));
    }
    for (ForeignKey key : foreignKeys) {
      sql.append("\n  ").append(constraints.reference(key));
    }
    return sql.toString();
  }

  /** A column goes; SQLite refuses it where anything mentions the column. */
  public String dropColumn(String table, String column) {
    return alter(table) + "DROP COLUMN " + names.quoted(column);
  }

  /** A column may be null no more, from version 3.53 on; refused where a row has null. */
  public String setNotNull(String table, String column) {
    return alter(table) + "ALTER COLUMN " + names.quoted(column) + " SET NOT NULL";
  }

  /** A column may be null, from version 3.53 on. */
  public String dropNotNull(String table, String column) {
    return alter(table) + "ALTER COLUMN " + names.quoted(column) + " DROP NOT NULL";
  }

  /** A new CHECK, from version 3.53 on; refused where a row breaks it. */
  public String addCheck(String table, Check check) {
    return alter(table) + "ADD " + check(check);
  }

  /** A CHECK goes, from version 3.53 on. */
  public String dropCheck(String table, String check) {
    return alter(table) + "DROP CONSTRAINT " + names.quoted(check);
  }

  private String check(Check check) {
    return constraints.check(check.name(), check.condition().in(Dialect.SQLITE).orElseThrow());
  }

  /** Other values in all rows: an expression for each column. */
  public String update(String table, Map<String, String> values) {
    StringBuilder sql = new StringBuilder("UPDATE ").append(names.quoted(table));
    String before = values.size() == 1 ? " SET " : "\nSET ";
    for (Map.Entry<String, String> value : values.entrySet()) {
      sql.append(before).append(names.quoted(value.getKey())).append(" = ");
      sql.append(value.getValue());
      before = ",\n    ";
    }
    return sql.toString();
  }

  /** All rows of a table into another: for each column of it an expression over the old row. */
  public String copy(String from, String to, Map<String, String> values) {
    StringBuilder sql = new StringBuilder("INSERT INTO ").append(names.quoted(to)).append(' ');
    sql.append(names.list(List.copyOf(values.keySet()))).append("\nSELECT ");
    boolean plain = true;
    for (Map.Entry<String, String> value : values.entrySet()) {
      plain &= names.quoted(value.getKey()).equals(value.getValue());
    }
    sql.append(String.join(plain ? ", " : ",\n       ", values.values()));
    return sql.append("\nFROM ").append(names.quoted(from)).toString();
  }

  /**
   * One table goes on counting where another stands, which may be beyond its highest key (<a
   * href="https://www.sqlite.org/autoinc.html">SQLite Autoincrement</a>).
   */
  public List<String> keepCounter(String from, String to) {
    String target = Literals.text(to);
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + target,
        "INSERT INTO sqlite_sequence (name, seq)\nSELECT "
            + target
            + ", seq FROM sqlite_sequence WHERE name = "
            + Literals.text(from));
  }

  /**
   * Whether a renamed table leaves views, triggers and foreign keys alone, which name what it is
   * called afterwards (<a
   * href="https://www.sqlite.org/pragma.html#pragma_legacy_alter_table">PRAGMA
   * legacy_alter_table</a>).
   */
  public String legacyRename(boolean on) {
    return "PRAGMA legacy_alter_table = " + (on ? "ON" : "OFF");
  }

  /** The type of a column as people write it: {@code INTEGER}. */
  public static String type(Column column) {
    return SqliteTypes.of(column);
  }

  /** Whether a table in physical form is STRICT: all its types are those that such tables know. */
  public static boolean isStrict(Table table) {
    for (Column column : table.columns()) {
      if (!SqliteTypes.isStrict(column)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a default in physical form is a literal, which ADD COLUMN takes always. */
  public static boolean isConstant(Default value) {
    String text = text(value);
    return !text.startsWith("(") && !text.equalsIgnoreCase("null");
  }

  /** A default in physical form, as it stands in an expression. */
  public static String text(Default value) {
    return value.expression().in(Dialect.SQLITE).orElseThrow();
  }

  private String alter(String table) {
    return "ALTER TABLE " + names.quoted(table) + ' ';
  }
}
