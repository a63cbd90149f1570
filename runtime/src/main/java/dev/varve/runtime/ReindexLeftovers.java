package dev.varve.runtime;

import dev.varve.runtime.format.SqlStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code REINDEX … CONCURRENTLY} leaves on a table when it is stopped or fails: an invalid
 * index whose name ends in {@code _ccnew} or {@code _ccold}, which is to be dropped (<a
 * href="https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY">Rebuilding
 * Indexes Concurrently</a>).
 *
 * @param target the index or the table, as it is written
 */
record ReindexLeftovers(PostgresqlSession session, String target) {
  private static final Pattern REINDEX =
      Pattern.compile(
          "(?is)REINDEX\\s*(?:\\([^)]*\\)\\s*)?(?:INDEX|TABLE)\\s+(?:CONCURRENTLY\\s+)?("
              + ConcurrentIndex.QUALIFIED_NAME
              + ")\\s*");

  private static final String FIND =
      """
      SELECT format('%I.%I', n.nspname, c.relname)
      FROM pg_class t
        JOIN pg_index i ON i.indrelid IN (t.oid, t.reltoastrelid)
        JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE t.oid = coalesce(
          (SELECT indrelid FROM pg_index WHERE indexrelid = to_regclass(?)), to_regclass(?))
        AND NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'
        AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.relid = i.indrelid)
      ORDER BY c.relname""";

  /** Where the statement is a REINDEX of one index or table; else there is nothing to look for. */
  static Optional<ReindexLeftovers> of(PostgresqlSession session, SqlStatement statement) {
    Matcher matcher = REINDEX.matcher(statement.withoutComments());
    return matcher.matches()
        ? Optional.of(new ReindexLeftovers(session, matcher.group(1)))
        : Optional.empty();
  }

  /** Drops them, where nobody is building an index of that table. */
  void drop() throws SQLException {
    for (String index : find()) {
      session.execute("DROP INDEX CONCURRENTLY IF EXISTS " + index);
    }
  }

  /** The same after a failure; what would wait for others again is left to the next run. */
  void dropAfter(SQLException failure) {
    if ("57014".equals(failure.getSQLState())) {
      return;
    }
    try {
      drop();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private List<String> find() throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement query = session.connection.prepareStatement(FIND)) {
      query.setString(1, target);
      query.setString(2, target);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          found.add(result.getString(1));
        }
      }
    }
    return found;
  }
}
