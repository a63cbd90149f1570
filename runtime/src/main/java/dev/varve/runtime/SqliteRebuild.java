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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a script that makes tables anew, and keeps what it does not know of: rows that it must not
 * lose, and the triggers that go with a table when it is dropped.
 */
final class SqliteRebuild {
  private static final Pattern DROP_TABLE =
      Pattern.compile("(?is)DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:main\\s*\\.\\s*)?(\\S.*)");

  private final SqliteSession session;
  private final Script script;
  private final SqliteRows rows;
  private final TreeSet<String> toDrop = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
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
   *     if a trigger cannot be created again
   */
  void run() throws SQLException {
    for (Rebuild rebuild : script.directives().rebuilds()) {
      toDrop.add(rebuild.table());
      rows.count(rebuild.table());
    }
    for (SqlStatement statement : script.statements()) {
      beforeDrop(statement);
      session.runAlone(script, statement);
    }
    requireRebuilt();
    rows.requireSame();
    createTriggers();
  }

  /** Only now has the table all its names: the statements before may have renamed what it has. */
  private void beforeDrop(SqlStatement statement) throws SQLException {
    Optional<String> table = droppedBy(statement);
    if (table.isPresent() && toDrop.remove(table.get())) {
      rows.count(table.get());
      rememberTriggers(table.get());
    }
  }

  private static Optional<String> droppedBy(SqlStatement statement) {
    Matcher matcher = DROP_TABLE.matcher(statement.text());
    return matcher.matches()
        ? Optional.of(SqliteSession.unquoted(matcher.group(1).strip()))
        : Optional.empty();
  }

  private void rememberTriggers(String table) throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = "
                    + SqliteSession.literal(table)
                    + " COLLATE NOCASE")) {
      while (result.next()) {
        triggers.put(result.getString(1), result.getString(2));
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

  /** Not before the end of the script: its statements are not what fires them. */
  private void createTriggers() throws SQLException {
    for (Map.Entry<String, String> trigger : triggers.entrySet()) {
      if (session.exists("trigger", trigger.getKey())) {
        continue;
      }
      try {
        session.execute(trigger.getValue());
      } catch (SQLException e) {
        String doing =
            "the trigger "
                + trigger.getKey()
                + ", which is dropped with its table, cannot be created again";
        throw Failure.of(script, doing, e)
            .hint(SqliteViewsAndTriggers.hint("trigger", trigger.getKey()))
            .exception();
      }
    }
  }
}
