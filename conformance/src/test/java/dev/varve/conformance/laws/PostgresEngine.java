package dev.varve.conformance.laws;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.plan.Script;
import dev.varve.schema.plan.Statement;
import dev.varve.schema.sql.SchemaScript;
import dev.varve.testing.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A database of its own on one PostgreSQL server, which doesn't wait for disks. */
final class PostgresEngine extends Engine {
  private static final String OURS =
      "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
          + " AND c.relname NOT LIKE '\\_varve%%'";

  private static final List<String> FACTS =
      List.of(
          """
          SELECT 'table', c.oid::regclass, obj_description(c.oid, 'pg_class')
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind = 'r' AND %s
          """,
          """
          SELECT 'column', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
            a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid),
            col_description(c.oid, a.attnum)
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
          LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
          WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND %s
          """,
          """
          SELECT 'constraint', c.oid::regclass, o.conname, pg_get_constraintdef(o.oid),
            o.convalidated, o.condeferrable, o.condeferred
          FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE o.contype IN ('p', 'f', 'u', 'c', 'x') AND %s
          """,
          """
          SELECT 'index', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisprimary
          FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE %s
          """,
          """
          SELECT 'type', t.oid::regtype, obj_description(t.oid, 'pg_type'),
            (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
             FROM pg_enum e WHERE e.enumtypid = t.oid)
          FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
          WHERE t.typtype = 'e' AND n.nspname NOT LIKE 'pg\\_%%'
          """,
          """
          SELECT 'leftover', c.relkind, c.oid::regclass
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.relkind NOT IN ('r', 'i') AND %s
          """,
          """
          SELECT 'leftover trigger or function', tgname FROM pg_trigger WHERE NOT tgisinternal
          UNION ALL
          SELECT 'leftover trigger or function', proname FROM pg_proc p
          JOIN pg_namespace n ON n.oid = p.pronamespace
          WHERE n.nspname NOT LIKE 'pg\\_%%' AND n.nspname <> 'information_schema'
          """,
          """
          SELECT 'schema', nspname FROM pg_namespace n
          WHERE nspname NOT LIKE 'pg\\_%%' AND nspname <> 'information_schema'
          """);

  private PostgresEngine(String database) throws SQLException {
    super(Dialect.POSTGRESQL, PostgresServer.database(database).getConnection());
    execute("SET timezone = 'UTC'");
    execute("SET client_min_messages = warning");
    execute("CREATE EXTENSION IF NOT EXISTS citext SCHEMA pg_catalog");
  }

  static PostgresEngine open() throws SQLException {
    return new PostgresEngine(PostgresServer.create());
  }

  @Override
  void clear() throws SQLException {
    StringBuilder drop = new StringBuilder();
    for (List<String> schema :
        query(
            "SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'"
                + " AND nspname <> 'information_schema'")) {
      drop.append("DROP SCHEMA ").append(schema.get(0)).append(" CASCADE;");
    }
    execute(drop + "CREATE SCHEMA public");
  }

  @Override
  void create(Schema schema) throws SQLException {
    execute(SchemaScript.create(schema, dialect));
  }

  @Override
  void insert(List<String> statements) throws SQLException {
    execute(
        "SET session_replication_role = replica;"
            + String.join(";", statements)
            + ";SET session_replication_role = DEFAULT");
  }

  @Override
  void tryOut(List<String> statements) throws SQLException {
    execute("BEGIN");
    try {
      execute("SET LOCAL session_replication_role = replica;" + String.join(";", statements));
    } finally {
      execute("ROLLBACK");
    }
  }

  @Override
  void runTransaction(Script script) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (Statement statement : script.statements()) {
        execute(statement.sql());
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** The applier looks whether an index is there and valid before it builds it. */
  @Override
  void repeat(String sql) throws SQLException {
    try {
      execute(sql);
    } catch (SQLException e) {
      boolean isIndex = sql.startsWith("CREATE INDEX C") || sql.startsWith("CREATE UNIQUE INDEX C");
      if (!isIndex || !e.getSQLState().equals("42P07")) {
        throw e;
      }
    }
  }

  @Override
  SortedSet<String> facts() throws SQLException {
    SortedSet<String> facts = new TreeSet<>();
    for (String sql : FACTS) {
      for (List<String> fact : query(sql.replace("%s", OURS).replace("%%", "%"))) {
        facts.add(fact.toString());
      }
    }
    return facts;
  }
}
