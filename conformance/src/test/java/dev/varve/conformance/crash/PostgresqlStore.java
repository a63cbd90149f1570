package dev.varve.conformance.crash;

import dev.varve.runtime.format.Engine;
import dev.varve.testing.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of a server. */
final class PostgresqlStore extends Store {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int port;
  private final String name;

  private PostgresqlStore(int port, String name) {
    super(url(port, name));
    this.port = port;
    this.name = name;
  }

  /** A new one, of the server that all tests share. */
  static PostgresqlStore create() throws SQLException {
    return create(PostgresServer.port(), "");
  }

  /** A new one, of the server that listens there. */
  static PostgresqlStore create(int port) throws SQLException {
    return create(port, "");
  }

  private static PostgresqlStore create(int port, String template) throws SQLException {
    String name = "store_" + COUNT.incrementAndGet();
    administer(port, "CREATE DATABASE " + name + template);
    return new PostgresqlStore(port, name);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://localhost:" + port + '/' + database + "?user=postgres";
  }

  @Override
  Engine engine() {
    return Engine.POSTGRESQL;
  }

  @Override
  PostgresqlStore copy() throws SQLException {
    return create(port, " TEMPLATE " + name);
  }

  /** Another database with the same in it, in a tablespace. */
  PostgresqlStore copyTo(String tablespace) throws SQLException {
    return create(port, " TEMPLATE " + name + " TABLESPACE " + tablespace);
  }

  @Override
  void remove() throws SQLException {
    administer(port, "DROP DATABASE " + name + " WITH (FORCE)");
  }

  private static void administer(int port, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(port, "postgres"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  List<String> facts() {
    return List.of(
        "SELECT relname, indisvalid, indisready, pg_get_indexdef(oid) FROM pg_index JOIN pg_class ON"
            + " oid = indexrelid WHERE relnamespace = 'public'::regnamespace ORDER BY 1",
        "SELECT conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint WHERE"
            + " connamespace = 'public'::regnamespace ORDER BY 1, 3",
        "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1",
        "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
            + " ORDER BY 1",
        "SELECT relname, attname, atttypid::regtype, attnotnull FROM pg_attribute JOIN pg_class c ON"
            + " c.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT"
            + " attisdropped ORDER BY relname, attnum",
        "SELECT enumlabel FROM pg_enum ORDER BY enumsortorder",
        "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp' ORDER BY 1");
  }

  @Override
  String tables() {
    return "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename"
        + " <> '_varve_migrations' ORDER BY 1";
  }

  @Override
  List<String> leftovers() throws SQLException {
    return rows(
        """
        SELECT 'lock ' || locktype FROM pg_locks
        WHERE locktype = 'advisory'
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        UNION ALL
        SELECT 'invalid index ' || indexrelid::regclass FROM pg_index WHERE NOT indisvalid
        UNION ALL
        SELECT 'session ' || query FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type = 'client backend'
        """);
  }
}
