package dev.varve.runtime;

import dev.varve.runtime.format.Destructive;
import dev.varve.runtime.format.Engine;
import dev.varve.runtime.format.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** SQLite: the write lock that a transaction takes at its beginning keeps others out. */
final class SqliteSession extends Session {
  /** SQLITE_BUSY (<a href="https://www.sqlite.org/rescode.html#busy">result codes</a>). */
  private static final int BUSY = 5;

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS %s (
        version TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        state TEXT NOT NULL,
        applied_at TEXT NOT NULL,
        applied_by TEXT NOT NULL,
        duration_ms INTEGER NOT NULL,
        statements_done INTEGER NOT NULL,
        draft INTEGER NOT NULL,
        down_sql TEXT
      )""";

  private int busyTimeout;
  private boolean foreignKeysOff;
  private Map<String, Integer> violationsBefore = Map.of();

  SqliteSession(Connection connection, Settings settings) {
    super(connection, settings);
  }

  @Override
  Engine engine() {
    return Engine.SQLITE;
  }

  @Override
  String historyTable() {
    return HISTORY;
  }

  @Override
  List<HistoryRow> readHistory() throws SQLException {
    int tables =
        number(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '" + HISTORY + "'");
    return tables == 0 ? List.of() : readRows("applied_at");
  }

  /** Only says how long each transaction waits for its turn. */
  @Override
  void lock() throws SQLException {
    busyTimeout = number("PRAGMA busy_timeout");
    setBusyTimeout(settings.lockTimeoutNanos() / 1_000_000);
  }

  @Override
  void unlock() throws SQLException {
    setBusyTimeout(busyTimeout);
  }

  private void setBusyTimeout(long millis) throws SQLException {
    execute("PRAGMA busy_timeout = " + Math.min(millis, Integer.MAX_VALUE));
  }

  @Override
  boolean lockSpansTransactions() {
    return false;
  }

  /** IMMEDIATE: a transaction that reads first cannot wait for its turn to write afterwards. */
  @Override
  void begin(Unit unit) throws SQLException {
    if (!unit.foreignKeys()) {
      switchForeignKeysOff();
    }
    try {
      execute("BEGIN IMMEDIATE");
    } catch (SQLException e) {
      restoreForeignKeys();
      if ((e.getErrorCode() & 0xff) == BUSY) {
        throw busy(e);
      }
      throw e;
    }
    try {
      execute(CREATE.formatted(HISTORY));
      violationsBefore = foreignKeysOff ? violations() : Map.of();
    } catch (SQLException e) {
      rollback(e);
      throw e;
    }
  }

  private RuntimeException busy(SQLException e) {
    return Failure.of(
            "another connection is writing since longer than " + settings.lockTimeout(), e)
        .hint("Wait for it with a longer lockTimeout, or end it.")
        .exception();
  }

  /** In a transaction the pragma would be ignored without a word: so it is read back. */
  private void switchForeignKeysOff() throws SQLException {
    if (number("PRAGMA foreign_keys") == 0) {
      return;
    }
    execute("PRAGMA foreign_keys = OFF");
    if (number("PRAGMA foreign_keys") != 0) {
      throw new MigrationException(
          "foreign keys could not be switched off: the connection has an open transaction; end it"
              + " first");
    }
    foreignKeysOff = true;
  }

  private void restoreForeignKeys() throws SQLException {
    if (foreignKeysOff) {
      foreignKeysOff = false;
      execute("PRAGMA foreign_keys = ON");
    }
  }

  /** How many rows of which table point nowhere, by table and parent. */
  private Map<String, Integer> violations() throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery("PRAGMA foreign_key_check")) {
      while (result.next()) {
        counts.merge(result.getString(1) + " -> " + result.getString(3), 1, Integer::sum);
      }
    }
    return counts;
  }

  @Override
  void run(Script script) {
    for (SqlStatement statement : script.statements()) {
      runAlone(script, statement);
    }
  }

  @Override
  void commit(HistoryChange last) throws SQLException {
    if (foreignKeysOff) {
      refuseNewViolations();
    }
    write(last);
    execute("COMMIT");
    restoreForeignKeys();
  }

  @Override
  void runSingle(Step step, int index, HistoryChange progress) throws SQLException {
    new SqliteSingles(this, step).run(index, progress);
  }

  @Override
  boolean endSingly(Step step, HistoryChange done) throws SQLException {
    return new SqliteSingles(this, step).end(done);
  }

  private void refuseNewViolations() throws SQLException {
    for (Map.Entry<String, Integer> now : violations().entrySet()) {
      int before = violationsBefore.getOrDefault(now.getKey(), 0);
      if (now.getValue() > before) {
        throw new MigrationException(
            "the migration leaves rows that point nowhere (PRAGMA foreign_key_check): "
                + now.getKey()
                + ", "
                + (now.getValue() - before)
                + " of them");
      }
    }
  }

  @Override
  void rollback(Throwable because) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back itself after some errors, as when the disk is full.
      because.addSuppressed(e);
    }
    try {
      restoreForeignKeys();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  Optional<Destructive> firstWithData(Script script) throws SQLException {
    for (Destructive destructive : script.directives().destructive()) {
      String rows = "SELECT EXISTS (SELECT 1 FROM " + quoted(destructive.table());
      if (destructive.column().isPresent()) {
        rows += " AS t WHERE t." + quoted(destructive.column().get()) + " IS NOT NULL";
      }
      if (number(rows + ')') != 0) {
        return Optional.of(destructive);
      }
    }
    return Optional.empty();
  }

  @Override
  boolean exists(Destructive table) throws SQLException {
    String name = table.table().replace("'", "''");
    return number("SELECT count(*) FROM sqlite_master WHERE name = '" + name + "' COLLATE NOCASE")
        != 0;
  }

  private int number(String query) throws SQLException {
    try (Statement statement = statement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  @Override
  String inDialect(String sql) {
    return sql.replace("{now}", "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')")
        .replace("{user}", "'" + System.getProperty("user.name", "").replace("'", "''") + "'")
        .replace("{boolean}", "INTEGER");
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
