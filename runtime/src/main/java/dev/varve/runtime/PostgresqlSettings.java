package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The session's settings that a script needs otherwise, or may change: they are put back when it is
 * done, or has failed.
 */
final class PostgresqlSettings {
  private final Session session;
  private final Map<String, String> values = new LinkedHashMap<>();
  private long deadlockTimeoutMs;
  private boolean pinned;
  private boolean backslashes;

  PostgresqlSettings(Session session) {
    this.session = session;
  }

  /**
   * Reads them as they are. Quotes are read as in the SQL standard from then on: how a script is
   * cut must not depend on the session.
   */
  void read() throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT current_setting('search_path') AS search_path,"
                    + " current_setting('TimeZone') AS timezone,"
                    + " current_setting('lock_timeout') AS lock_timeout,"
                    + " current_setting('statement_timeout') AS statement_timeout,"
                    + " (SELECT setting FROM pg_settings WHERE name = 'deadlock_timeout'),"
                    + " current_setting('standard_conforming_strings')")) {
      result.next();
      for (int i = 1; i <= 4; i++) {
        values.put(result.getMetaData().getColumnLabel(i), result.getString(i));
      }
      deadlockTimeoutMs = result.getLong(5);
      backslashes = result.getString(6).equals("off");
    }
    if (backslashes) {
      session.execute("SET standard_conforming_strings TO on");
    }
  }

  /**
   * Reads more of them, which a script changes; those that say who may change others come first.
   */
  void readSetBy(Script script) throws SQLException {
    for (SqlStatement statement : script.statements()) {
      String name = statement.setting();
      if (!name.isEmpty() && !values.containsKey(name)) {
        putFirst(name);
      }
    }
  }

  private void putFirst(String name) throws SQLException {
    try (PreparedStatement query =
        session.connection.prepareStatement("SELECT current_setting(?, true)")) {
      query.setString(1, name);
      try (ResultSet result = query.executeQuery()) {
        result.next();
        String value = result.getString(1);
        if (value != null) {
          Map<String, String> others = new LinkedHashMap<>(values);
          values.clear();
          values.put(name, value);
          values.putAll(others);
        }
      }
    }
  }

  long deadlockTimeoutMs() {
    return deadlockTimeoutMs;
  }

  /**
   * Before statements that have no transaction in common. The time zone decides whether a change
   * between timestamp and timestamptz rewrites the table.
   */
  void pin() throws SQLException {
    if (!pinned) {
      pinned = true;
      session.execute("SET timezone TO 'UTC'");
    }
  }

  /** A query that puts them back: one that a script sets must not reach the next. */
  String restoring() {
    StringBuilder sql = new StringBuilder();
    values.forEach(
        (name, value) ->
            sql.append(sql.isEmpty() ? "SELECT " : ", ")
                .append("pg_catalog.set_config('")
                .append(name)
                .append("', '")
                .append(value.replace("'", "''"))
                .append("', false)"));
    return sql.toString();
  }

  /** Puts them back after {@link #pin}. */
  void restore() throws SQLException {
    if (pinned) {
      session.execute(restoring());
      pinned = false;
    }
  }

  /** Puts back what {@link #read} has changed. */
  void release() throws SQLException {
    restore();
    if (backslashes) {
      session.execute("SET standard_conforming_strings TO off");
    }
  }

  /** What is not to be stopped by a limit. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /**
   * Runs a statement that waits without being in anybody's way, and would leave an invalid index if
   * it were stopped.
   */
  void withoutTimeouts(Work work) throws SQLException {
    String before;
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT format('SET lock_timeout TO %L; SET statement_timeout TO %L',"
                    + " current_setting('lock_timeout'), current_setting('statement_timeout'))")) {
      result.next();
      before = result.getString(1);
    }
    session.execute("SET lock_timeout TO 0; SET statement_timeout TO 0");
    try {
      work.run();
    } catch (SQLException | RuntimeException | Error e) {
      try {
        session.execute(before);
      } catch (SQLException after) {
        e.addSuppressed(after);
      }
      throw e;
    }
    session.execute(before);
  }
}
