package dev.varve.runtime;

import dev.varve.runtime.format.Rebuild;
import dev.varve.runtime.format.SqlStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs a script that makes tables anew, and keeps what it does not know of: rows that it must not
 * lose, and the indexes and triggers that go with a table when it is dropped.
 */
final class SqliteRebuild {
  private final SqliteSession session;
  private final Script script;
  private final SqliteRows rows;
  private final TreeSet<String> toDrop = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final TreeSet<String> dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> indexes = new TreeMap<>();
  private final Map<String, String> triggers = new TreeMap<>();

  SqliteRebuild(SqliteSession session, Script script) {
    this.session = session;
    this.script = script;
    this.rows = new SqliteRows(session, script);
  }

  /**
   * Runs the script.
   *
   * @throws MigrationException if a statement fails, if a table does not have the rows it had, or
   *     if an index or trigger cannot be created again
   */
  void run() throws SQLException {
    for (Rebuild rebuild : script.directives().rebuilds()) {
      toDrop.add(rebuild.table());
      rows.count(rebuild.table());
    }
    for (SqlStatement statement : script.statements()) {
      Optional<SqliteTableChange> change = SqliteTableChange.of(statement);
      if (change.isPresent()) {
        before(change.get());
      }
      session.runAlone(script, statement);
    }
    requireRebuilt();
    rows.requireSame();
    createAgain("index", indexes);
    createAgain("trigger", triggers);
  }

  /** Only when it is dropped has the table all its names: statements before may rename them. */
  private void before(SqliteTableChange change) throws SQLException {
    String table = change.table();
    if (change.newName().isPresent()) {
      String newName = change.newName().get();
      rows.rename(table, newName, dropped.contains(newName));
    } else if (toDrop.remove(table)) {
      dropped.add(table);
      rows.count(table);
      remember("index", table, indexes);
      remember("trigger", table, triggers);
    } else {
      rows.forget(table);
    }
  }

  /** What comes of a constraint has no SQL of its own. */
  private void remember(String type, String table, Map<String, String> found) throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type = '"
                    + type
                    + "' AND tbl_name = "
                    + SqliteSession.literal(table)
                    + " COLLATE NOCASE")) {
      while (result.next()) {
        found.put(result.getString(1), result.getString(2));
      }
    }
  }

  private void requireRebuilt() throws SQLException {
    for (Rebuild rebuild : script.directives().rebuilds()) {
      String table = rebuild.table();
      if (toDrop.contains(table) || !session.exists("table", table)) {
        throw Failure.of(
                script,
                "varve:rebuild names table "
                    + table
                    + (toDrop.contains(table)
                        ? ", but no statement is DROP TABLE "
                        : ", but after the script there is no table ")
                    + table
                    + ": its rows could not be compared")
            .exception();
      }
    }
  }

  /** Not before the end of the script: its statements are not what fires triggers. */
  private void createAgain(String type, Map<String, String> found) throws SQLException {
    for (Map.Entry<String, String> one : found.entrySet()) {
      if (session.exists(type, one.getKey())) {
        continue;
      }
      try {
        session.execute(one.getValue());
      } catch (SQLException e) {
        String doing =
            "the "
                + type
                + ' '
                + one.getKey()
                + ", which is dropped with its table, cannot be created again";
        throw Failure.of(script, doing, e)
            .hint(SqliteViewsAndTriggers.hint(type, one.getKey()))
            .exception();
      }
    }
  }
}
