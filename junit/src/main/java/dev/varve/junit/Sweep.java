package dev.varve.junit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Empties the tables of a PostgreSQL database: one query finds those that have rows and the
 * counters that have moved, one statement deletes and resets them.
 *
 * <p>All tables are emptied by one statement, whatever their foreign keys say: PostgreSQL checks
 * them at its end.
 *
 * @param query says what is to be done, and what the catalog looks like
 * @param catalog what it looked like before any test
 * @param possible whether emptying tables leads back to where it began: rows and counters that the
 *     template brings could not be restored
 */
record Sweep(String query, String catalog, boolean possible) {
  /** Which tables {@code c} of schemas {@code n} belong neither to the server nor to others. */
  static final String OURS =
      """
       c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND c.relname NOT LIKE '\\_varve\\_%'
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
          AND d.objid = c.oid AND d.deptype = 'e')
      """;

  /** The quoted names of all tables that belong neither to the server nor to an extension. */
  static final String TABLES =
      "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid ="
          + " c.relnamespace WHERE"
          + OURS
          + " ORDER BY 1";

  /**
   * What makes a DELETE do other things than to delete, for anybody but a superuser: triggers and
   * rules of the user's, and policies that hide rows from the owner too.
   */
  private static final String OBSTACLES =
      """
      SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 8 <> 0
      UNION ALL SELECT rulename FROM pg_rewrite WHERE ev_type = '4' AND oid >= 16384
      UNION ALL SELECT relname FROM pg_class WHERE relforcerowsecurity
      """;

  private static final String COUNTERS =
      " UNION ALL SELECT 'counter', format('setval(%L, %s, false)', seqrelid::regclass, seqstart)"
          + " FROM pg_sequence WHERE pg_sequence_last_value(seqrelid) IS NOT NULL";

  /** A statement that a test has left running would write after the tables were emptied. */
  private static final String SESSIONS =
      " UNION ALL SELECT 'session', pid::text FROM pg_stat_activity WHERE datname ="
          + " current_database() AND state = 'active' AND pid <> pg_backend_pid()";

  /** Catalogs whose rows are the schema's, or a test's own (large objects). */
  private static final String[] CATALOGS = {
    "attribute WHERE attrelid >= 16384",
    "constraint WHERE oid >= 16384",
    "trigger WHERE oid >= 16384",
    "proc WHERE oid >= 16384",
    "type WHERE oid >= 16384",
    "rewrite WHERE oid >= 16384",
    "namespace WHERE nspname NOT LIKE 'pg\\_%'",
    "enum",
    "policy",
    "sequence",
    "inherits",
    "operator WHERE oid >= 16384",
    "cast WHERE oid >= 16384",
    "collation WHERE oid >= 16384",
    "default_acl",
    "extension",
    "publication",
    "largeobject_metadata"
  };

  /** What is known of tables; where their rows are is left out, since TRUNCATE changes that. */
  private static final String CLASSES =
      """
      (SELECT md5(string_agg(concat_ws(' ', oid, relname, relnamespace, relowner, relacl,
        reloptions, relrowsecurity, relforcerowsecurity, relpersistence, relreplident,
        CASE relkind WHEN 'm' THEN relfilenode END), ',' ORDER BY oid))
       FROM pg_class WHERE oid >= 16384 AND relpersistence <> 't')
      """;

  private static final String CATALOG = ofCatalogs();

  /**
   * Changes with each change of the schema: rows of catalogs have the transaction that made them.
   */
  private static String ofCatalogs() {
    StringBuilder sql = new StringBuilder(" UNION ALL SELECT 'catalog', concat_ws(' ', ");
    for (String catalog : CATALOGS) {
      sql.append("(SELECT count(*) || '/' || max(xmin::text::bigint) FROM pg_").append(catalog);
      sql.append("), ");
    }
    return sql.append(CLASSES).append(')').toString();
  }

  /** How to empty copies of a template, learnt from one that is as it was. */
  static Sweep of(PostgresServer server, String copy) throws SQLException {
    try (Connection connection = server.connect(copy, "ApplicationName=varve-test")) {
      StringBuilder query = new StringBuilder();
      for (String table : PostgresServer.texts(connection, TABLES)) {
        String literal = '\'' + table.replace("'", "''") + '\'';
        query.append(query.isEmpty() ? "" : " UNION ALL ");
        query.append("SELECT 'table', ").append(literal);
        query.append(" WHERE EXISTS (SELECT FROM ").append(table).append(')');
      }
      if (query.isEmpty()) {
        query.append("SELECT 'table', '' WHERE false");
      }
      query.append(COUNTERS).append(SESSIONS).append(CATALOG);
      boolean obstacles =
          !server.superuser() && !PostgresServer.texts(connection, OBSTACLES).isEmpty();
      Found found = found(connection, query.toString());
      return new Sweep(query.toString(), found.catalog, found.isClean() && !obstacles);
    }
  }

  /** The session that sweeps waits for nobody for long; a superuser's fires no triggers. */
  static String parameters(PostgresServer server) {
    String options =
        "-c%20lock_timeout=2s"
            + (server.superuser() ? "%20-c%20session_replication_role=replica" : "");
    return "ApplicationName=varve-test&prepareThreshold=1&options=" + options;
  }

  /**
   * Empties all tables.
   *
   * @return whether the database is now as it was; not so where a test has changed the schema, or
   *     has left a statement running
   */
  boolean run(Connection connection) throws SQLException {
    Found found;
    try {
      found = found(connection, query);
    } catch (SQLException e) {
      if (isAboutSchema(e)) {
        return false;
      }
      throw e;
    }
    if (found.isBusy || !found.catalog.equals(catalog)) {
      return false;
    }
    if (!found.isClean()) {
      PostgresServer.execute(connection, deletion(found));
    }
    return true;
  }

  /** Whether a table isn't there any more, or not for this role. */
  private static boolean isAboutSchema(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("42") || state.startsWith("3F");
  }

  private static String deletion(Found found) {
    StringBuilder sql = new StringBuilder();
    for (String table : found.tables) {
      sql.append(sql.isEmpty() ? "WITH " : ", ");
      sql.append('d').append(sql.length()).append(" AS (DELETE FROM ").append(table).append(')');
    }
    sql.append(" SELECT ")
        .append(found.counters.isEmpty() ? "1" : String.join(", ", found.counters));
    return sql.toString();
  }

  private static Found found(Connection connection, String query) throws SQLException {
    Found found = new Found();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1), rows.getString(2));
      }
    }
    return found;
  }

  /** Who holds locks on tables of the database. */
  static String holders(Connection connection) throws SQLException {
    List<String> holders = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT a.pid, a.application_name, a.state, left(a.query, 200) FROM"
                    + " pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype ="
                    + " 'relation' AND l.relation >= 16384 AND a.datname = current_database() AND"
                    + " a.pid <> pg_backend_pid() ORDER BY 1")) {
      while (rows.next()) {
        holders.add(
            "process "
                + rows.getInt(1)
                + " ("
                + rows.getString(2)
                + ", "
                + rows.getString(3)
                + "), last statement: "
                + rows.getString(4));
      }
    }
    return holders.isEmpty() ? "nobody any more" : String.join("; ", holders);
  }

  /** What the query has found. */
  private static final class Found {
    private final List<String> tables = new ArrayList<>();
    private final List<String> counters = new ArrayList<>();
    private String catalog = "";
    private boolean isBusy;

    void add(String kind, String text) {
      switch (kind) {
        case "table" -> tables.add(text);
        case "counter" -> counters.add(text);
        case "session" -> isBusy = true;
        default -> catalog = text;
      }
    }

    boolean isClean() {
      return tables.isEmpty() && counters.isEmpty();
    }
  }
}
