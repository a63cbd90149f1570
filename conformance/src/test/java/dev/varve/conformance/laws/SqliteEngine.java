package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.plan.Script;
import dev.varve.schema.plan.Statement;
import dev.varve.schema.sql.SchemaScript;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** SQLite in memory. */
final class SqliteEngine extends Engine {
  private SqliteEngine() throws SQLException {
    super(Dialect.SQLITE, DriverManager.getConnection("jdbc:sqlite::memory:"));
    execute("PRAGMA foreign_keys = ON");
  }

  static SqliteEngine open() throws SQLException {
    return new SqliteEngine();
  }

  @Override
  void clear() throws SQLException {
    execute("PRAGMA foreign_keys = OFF");
    for (List<String> table :
        query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
      execute("DROP TABLE \"" + table.get(0) + '"');
    }
    execute("PRAGMA foreign_keys = ON");
  }

  @Override
  void create(Schema schema) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.executeUpdate(SchemaScript.create(schema, dialect));
    }
  }

  @Override
  void insert(List<String> statements) throws SQLException {
    execute("PRAGMA foreign_keys = OFF");
    executeAll(statements);
    execute("PRAGMA foreign_keys = ON");
    noOrphans();
  }

  @Override
  void tryOut(List<String> statements) throws SQLException {
    execute("PRAGMA foreign_keys = OFF");
    execute("BEGIN");
    try {
      executeAll(statements);
    } finally {
      execute("ROLLBACK");
      execute("PRAGMA foreign_keys = ON");
    }
  }

  private void noOrphans() throws SQLException {
    List<List<String>> orphans = query("PRAGMA foreign_key_check");
    if (!orphans.isEmpty()) {
      throw new SQLException("orphans: " + orphans, "23000");
    }
  }

  @Override
  void runTransaction(Script script) throws SQLException {
    execute("PRAGMA foreign_keys = " + (script.foreignKeysOff() ? "OFF" : "ON"));
    execute("BEGIN IMMEDIATE");
    try {
      for (Statement statement : script.statements()) {
        execute(statement.sql());
      }
      noOrphans();
      execute("COMMIT");
    } catch (SQLException e) {
      execute("ROLLBACK");
      throw e;
    } finally {
      execute("PRAGMA foreign_keys = ON");
    }
  }

  @Override
  SortedSet<String> facts() throws SQLException {
    SortedSet<String> facts = new TreeSet<>();
    for (List<String> table :
        query(
            "SELECT name, upper(sql) LIKE '%STRICT', upper(sql) LIKE '%AUTOINCREMENT%'"
                + " FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                + " AND name NOT LIKE '\\_varve%' ESCAPE '\\'")) {
      String name = table.get(0);
      facts.add("table " + table);
      String argument = "('" + name + "')";
      for (List<String> column :
          query(
              "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo"
                  + argument)) {
        facts.add("column " + name + ' ' + column);
      }
      for (List<String> key :
          query(
              "SELECT group_concat(\"from\"), lower(\"table\"), group_concat(\"to\"), on_update,"
                  + " on_delete FROM (SELECT * FROM pragma_foreign_key_list"
                  + argument
                  + " ORDER BY id, seq) GROUP BY id")) {
        facts.add("key " + name + ' ' + key);
      }
    }
    for (List<String> index :
        query("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index'")) {
      if (index.get(2) != null) {
        String sql = index.get(2);
        facts.add("index " + index.get(1) + ' ' + normal(sql.substring(sql.indexOf(" ON "))));
        facts.add("index name " + index.get(0) + ' ' + sql.startsWith("CREATE UNIQUE"));
      }
    }
    return facts;
  }

  /** Without quotes, blanks and capitals: SQLite's own renaming writes names with quotes. */
  private static String normal(String sql) {
    return sql.replaceAll("[\"\\s]", "").toLowerCase(java.util.Locale.ROOT);
  }
}
