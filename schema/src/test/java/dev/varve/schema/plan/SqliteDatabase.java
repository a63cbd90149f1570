package dev.varve.schema.plan;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.sql.SchemaScript;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A SQLite database that runs scripts as the applier does, with foreign keys on outside of them.
 */
final class SqliteDatabase implements AutoCloseable {
  private final Connection connection;

  private SqliteDatabase(Connection connection) {
    this.connection = connection;
  }

  static SqliteDatabase with(Schema schema) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    SqliteDatabase database = new SqliteDatabase(connection);
    database.run("PRAGMA foreign_keys = ON");
    database.run(SchemaScript.create(schema, Dialect.SQLITE));
    return database;
  }

  /** Runs one or more statements. */
  void run(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Rows as text, their values with a bar between. */
  List<String> rows(String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i == 1 ? "" : "|").append(rows.getString(i));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  /** What it holds. */
  List<String> stored() throws SQLException {
    return StoredSqlite.of(connection);
  }

  /** Runs a script in one transaction; nothing of it stays where it fails. */
  void run(Script script) throws SQLException {
    if (script.foreignKeysOff()) {
      run("PRAGMA foreign_keys = OFF");
    }
    List<String> orphans = rows("PRAGMA foreign_key_check");
    Map<String, String> triggers = new LinkedHashMap<>();
    run("BEGIN IMMEDIATE");
    try {
      for (Statement statement : script.statements()) {
        if (statement.sql().startsWith("DROP TABLE")) {
          triggers.putAll(triggers());
        }
        run(statement.sql());
      }
      recreate(triggers);
      List<String> now = rows("PRAGMA foreign_key_check");
      if (!now.equals(orphans)) {
        throw new SQLException("foreign keys are broken: " + now);
      }
      run("COMMIT");
    } catch (SQLException e) {
      run("ROLLBACK");
      throw e;
    } finally {
      run("PRAGMA foreign_keys = ON");
    }
  }

  private Map<String, String> triggers() throws SQLException {
    Map<String, String> triggers = new LinkedHashMap<>();
    for (String row : rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) {
      int bar = row.indexOf('|');
      triggers.put(row.substring(0, bar), row.substring(bar + 1));
    }
    return triggers;
  }

  private void recreate(Map<String, String> triggers) throws SQLException {
    triggers.keySet().removeAll(triggers().keySet());
    for (String trigger : triggers.values()) {
      run(trigger);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
