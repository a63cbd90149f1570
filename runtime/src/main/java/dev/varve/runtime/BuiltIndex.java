package dev.varve.runtime;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An index that the database has.
 *
 * @param name with its schema, quoted
 * @param valid whether it is complete: one that is not was left by somebody who was stopped, or is
 *     being built
 * @param sameTable whether it lies on the table that was asked for
 * @param definition as pg_get_indexdef gives it
 * @param builder the server process that is building it, or 0
 */
record BuiltIndex(String name, boolean valid, boolean sameTable, String definition, int builder) {
  private static final String FIND =
      """
      SELECT format('%I.%I', n.nspname, c.relname), i.indisvalid,
        i.indrelid = to_regclass(t.name), pg_get_indexdef(i.indexrelid), coalesce(p.pid, 0)
      FROM (VALUES (?, ?)) AS t (name, index_name)
        JOIN pg_class c ON c.relname = (parse_ident(t.index_name))[1]
          AND c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass(t.name))
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_index i ON i.indexrelid = c.oid
        LEFT JOIN pg_stat_progress_create_index p ON p.index_relid = c.oid""";

  /** The index of this name, which lies in its table's schema, or empty. */
  static Optional<BuiltIndex> find(Session session, ConcurrentIndex index) throws SQLException {
    try (PreparedStatement statement = session.connection.prepareStatement(FIND)) {
      statement.setString(1, index.table());
      statement.setString(2, index.name());
      try (ResultSet result = statement.executeQuery()) {
        return result.next()
            ? Optional.of(
                new BuiltIndex(
                    result.getString(1),
                    result.getBoolean(2),
                    result.getBoolean(3),
                    result.getString(4),
                    result.getInt(5)))
            : Optional.empty();
      }
    }
  }

  /** Whether a definition makes the same, wherever it lies. */
  boolean isAs(String other) {
    return sameTable && withoutTable(definition).equals(withoutTable(other));
  }

  private static String withoutTable(String definition) {
    int using = definition.indexOf(" USING ");
    return definition.startsWith("CREATE UNIQUE") + definition.substring(Math.max(using, 0));
  }
}
