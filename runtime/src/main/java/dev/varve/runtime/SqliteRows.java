package dev.varve.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many rows tables have before a script that must not change that. */
final class SqliteRows {
  private final SqliteSession session;
  private final Script script;
  private final Map<String, Count> before = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * What is counted of a table.
   *
   * @param rows how many it has
   * @param sequence the highest id that it has ever given by AUTOINCREMENT, or 0
   */
  private record Count(long rows, long sequence) {}

  SqliteRows(SqliteSession session, Script script) {
    this.session = session;
    this.script = script;
  }

  /**
   * Counts a table and all that refer to it, directly or through others: what a foreign key does
   * when its parent goes would not stop at the first. What is counted stays as it was counted
   * first.
   */
  void count(String table) throws SQLException {
    Map<String, Set<String>> referrers = referrers();
    Deque<String> open = new ArrayDeque<>(Set.of(table));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        if (!before.containsKey(next) && session.exists("table", next)) {
          before.put(next, counted(next));
        }
        open.addAll(referrers.getOrDefault(next, Set.of()));
      }
    }
  }

  /**
   * A table gets another name.
   *
   * @param replaces whether it takes the place of the table that had the name, with its rows
   */
  void rename(String table, String newName, boolean replaces) {
    Count count = before.remove(table);
    if (count != null && !replaces) {
      before.put(newName, count);
    }
  }

  /** A table is dropped for good. */
  void forget(String table) {
    before.remove(table);
  }

  private Map<String, Set<String>> referrers() throws SQLException {
    Map<String, Set<String>> referrers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    try (Statement statement = session.statement();
        ResultSet result =
            statement.executeQuery(
                "SELECT m.name, f.\"table\" FROM sqlite_master AS m, pragma_foreign_key_list(m.name)"
                    + " AS f WHERE m.type = 'table'")) {
      while (result.next()) {
        referrers
            .computeIfAbsent(result.getString(2), parent -> new HashSet<>())
            .add(result.getString(1));
      }
    }
    return referrers;
  }

  private Count counted(String table) throws SQLException {
    long rows = session.number("SELECT count(*) FROM " + SqliteSession.quoted(table));
    return new Count(rows, isNumbered(table) ? sequence(table) : 0);
  }

  private boolean isNumbered(String table) throws SQLException {
    return session.number(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = "
                + SqliteSession.literal(table)
                + " COLLATE NOCASE AND sql LIKE '%AUTOINCREMENT%'")
        != 0;
  }

  private long sequence(String table) throws SQLException {
    return session.number(
        "SELECT max(seq) FROM sqlite_sequence WHERE name = "
            + SqliteSession.literal(table)
            + " COLLATE NOCASE");
  }

  /**
   * Counts again what was not dropped for good.
   *
   * @throws MigrationException if a table has another number of rows, or would give ids again
   */
  void requireSame() throws SQLException {
    for (Map.Entry<String, Count> entry : before.entrySet()) {
      String table = entry.getKey();
      if (session.exists("table", table)) {
        requireSame(table, entry.getValue(), counted(table));
      }
    }
  }

  private void requireSame(String table, Count then, Count now) throws SQLException {
    if (then.rows != now.rows) {
      throw Failure.of(
              script,
              "table "
                  + table
                  + " had "
                  + then.rows
                  + " rows before the script and has "
                  + now.rows
                  + " after it: a rebuild must keep all rows")
          .hint("Change rows by a migration of its own, before this one.")
          .exception();
    }
    if (now.sequence < then.sequence && isNumbered(table)) {
      throw Failure.of(
              script,
              "table "
                  + table
                  + " has given ids up to "
                  + then.sequence
                  + " and would go on after "
                  + now.sequence
                  + ": a rebuild must keep its row in sqlite_sequence")
          .exception();
    }
  }
}
