package dev.varve.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows that point nowhere (<a
 * href="https://www.sqlite.org/pragma.html#pragma_foreign_key_check">foreign_key_check</a>).
 *
 * @param counts how many of which table, by table and parent
 */
record SqliteOrphans(Map<String, Integer> counts) {
  static SqliteOrphans in(SqliteSession session) throws SQLException {
    Map<String, Integer> counts = new TreeMap<>();
    try (Statement statement = session.statement();
        ResultSet result = statement.executeQuery("PRAGMA foreign_key_check")) {
      while (result.next()) {
        counts.merge(result.getString(1) + " -> " + result.getString(3), 1, Integer::sum);
      }
    }
    return new SqliteOrphans(counts);
  }

  /**
   * Compares these, which there were before a script, with those after it.
   *
   * @throws MigrationException if there are more
   */
  void requireNoMore(Script script, SqliteOrphans after) {
    after.counts.forEach(
        (tables, count) -> {
          int more = count - counts.getOrDefault(tables, 0);
          if (more > 0) {
            throw Failure.of(
                    script,
                    "the migration leaves rows that point nowhere (PRAGMA foreign_key_check): "
                        + tables
                        + ", "
                        + more
                        + " of them")
                .exception();
          }
        });
  }
}
