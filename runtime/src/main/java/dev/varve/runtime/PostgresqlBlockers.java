package dev.varve.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Who is in the way of a statement that waits for tables. pg_blocking_pids knows only of those who
 * wait, and the one connection there is does not wait any more when it can ask: so the sessions are
 * looked for that hold a lock on a table which the statement names, or have queued for it.
 */
record PostgresqlBlockers(Session session) {
  private static final int MOST = 5;

  private static final String LOCKS =
      """
      SELECT pid, application_name, usename, state, xact_start::text, query, relname,
        string_agg(CASE WHEN granted THEN mode ELSE 'waits for ' || mode END, ', ' ORDER BY mode)
      FROM pg_locks JOIN pg_class c ON c.oid = relation JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'relation' AND relkind IN ('r', 'p', 'm')
        AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND pid <> pg_backend_pid()
      GROUP BY pid, application_name, usename, state, xact_start, query, relname
      ORDER BY xact_start, pid, relname""";

  /** The longest of them at work, in words, or empty where there is none any more. */
  Optional<String> of(String sql) throws SQLException {
    List<String> blockers = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    try (Statement statement = session.statement();
        ResultSet result = statement.executeQuery(LOCKS)) {
      while (blockers.size() < MOST && result.next()) {
        if (names(sql, result.getString(7))) {
          blockers.add(blocker(result));
          ends.add("pg_terminate_backend(" + result.getInt(1) + ")");
        }
      }
    }
    return blockers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(".\n  ", blockers)
                + ".\n  Wait, or end what is in the way: SELECT "
                + String.join(", ", new LinkedHashSet<>(ends))
                + '.');
  }

  private static String blocker(ResultSet result) throws SQLException {
    return "Table "
        + result.getString(7)
        + " is locked ("
        + result.getString(8)
        + ") by server process "
        + result.getInt(1)
        + ", "
        + AdvisoryLock.described(result, "in a transaction");
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
