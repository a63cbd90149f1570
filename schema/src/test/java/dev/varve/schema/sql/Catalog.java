package dev.varve.schema.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All that a database holds, as lines to compare. */
final class Catalog {
  private static final String POSTGRES =
      """
      WITH own AS (
        SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
      )
      SELECT format('schema %s', nspname) FROM own
      UNION ALL
      SELECT format('relation %s.%s %s %s', nspname, relname, relkind, obj_description(c.oid, 'pg_class'))
        FROM pg_class c JOIN own ON own.oid = relnamespace
      UNION ALL
      SELECT format('column %s.%s.%s %s %s %s not null %s identity "%s" generated "%s" default %s comment %s',
          nspname, relname, attname, attnum, format_type(atttypid, atttypmod), attcollation,
          attnotnull, attidentity, attgenerated, pg_get_expr(adbin, adrelid), col_description(c.oid, attnum))
        FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN own ON own.oid = relnamespace
        LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
        WHERE attnum > 0 AND NOT attisdropped
      UNION ALL
      SELECT format('constraint %s.%s %s', nspname, conname, pg_get_constraintdef(c.oid))
        FROM pg_constraint c JOIN own ON own.oid = connamespace
      UNION ALL
      SELECT format('index %s', pg_get_indexdef(indexrelid))
        FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN own ON own.oid = relnamespace
      UNION ALL
      SELECT format('enum %s.%s %s %s %s', nspname, typname, enumlabel, enumsortorder, obj_description(t.oid, 'pg_type'))
        FROM pg_type t JOIN own ON own.oid = typnamespace JOIN pg_enum ON enumtypid = t.oid
      UNION ALL
      SELECT format('type %s.%s %s', nspname, typname, typtype)
        FROM pg_type JOIN own ON own.oid = typnamespace
      ORDER BY 1
      """;

  private static final String SQLITE =
      """
      SELECT type || ' ' || tbl_name || ' ' || name || ' ' || coalesce(sql, '')
        FROM sqlite_master WHERE name <> 'sqlite_sequence' ORDER BY 1
      """;

  private Catalog() {}

  static List<String> postgres(Connection connection) throws SQLException {
    return lines(connection, POSTGRES);
  }

  static List<String> sqlite(Connection connection) throws SQLException {
    return lines(connection, SQLITE);
  }

  /** The first column of a query's rows. */
  static List<String> lines(Connection connection, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }
}
