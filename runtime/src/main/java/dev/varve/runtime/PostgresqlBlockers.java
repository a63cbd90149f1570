package dev.varve.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Who holds locks on tables. pg_blocking_pids knows only of those who wait, and the one connection
 * there is does not wait any more when it can ask: so the sessions are looked for that hold a lock
 * on a table which the statement names.
 */
record PostgresqlBlockers(Session session) {
  private static final String HOLDERS =
      "SELECT pid, application_name, usename, state, backend_start::text, query, relname, mode"
          + " FROM pg_locks JOIN pg_class c ON c.oid = relation JOIN pg_stat_activity USING (pid)"
          + " WHERE granted AND locktype = 'relation' AND relkind IN ('r', 'p', 'm')"
          + " AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname ="
          + " current_database()) AND pid <> pg_backend_pid() ORDER BY xact_start, pid, mode";

  /** The longest of them at work, in words, or empty where there is none any more. */
  Optional<String> of(String sql) throws SQLException {
    try (Statement statement = session.statement();
        ResultSet result = statement.executeQuery(HOLDERS)) {
      while (result.next()) {
        if (names(sql, result.getString(7))) {
          return Optional.of(
              "Table "
                  + result.getString(7)
                  + " is locked ("
                  + result.getString(8)
                  + ") by "
                  + AdvisoryLock.holder(result)
                  + ". Wait for it, or end it: SELECT pg_terminate_backend("
                  + result.getInt(1)
                  + ").");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean names(String sql, String table) {
    for (int i = sql.indexOf(table); i >= 0; i = sql.indexOf(table, i + 1)) {
      int end = i + table.length();
      boolean starts = i == 0 || !isPart(sql.charAt(i - 1));
      if (starts && (end == sql.length() || !isPart(sql.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
