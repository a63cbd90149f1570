package dev.varve.schema.plan;

import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import dev.varve.schema.sql.Databases;
import dev.varve.schema.sql.SchemaScript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL database that runs scripts as the applier does. */
final class PostgresDatabase implements AutoCloseable {
  /** All that was made in it, in an order that doesn't depend on when. */
  private static final String STORED =
      """
      WITH own AS (
        SELECT oid, nspname FROM pg_namespace
          WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
        UNION ALL SELECT oid, '' FROM pg_namespace WHERE nspname = 'public'
      )
      SELECT format('schema %s', nspname) FROM own
      UNION ALL
      SELECT format('%s %s.%s: %s', relkind, nspname, relname, obj_description(c.oid, 'pg_class'))
        FROM pg_class c JOIN own ON own.oid = relnamespace WHERE relkind NOT IN ('t', 'i')
      UNION ALL
      SELECT format('column %s.%s.%s %s%s%s%s default %s: %s', nspname, relname, attname,
          format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN ' not null' END,
          CASE WHEN attidentity <> '' THEN ' identity' END,
          CASE WHEN attgenerated <> '' THEN ' generated' END,
          pg_get_expr(adbin, adrelid), col_description(c.oid, attnum))
        FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN own ON own.oid = relnamespace
        LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
        WHERE attnum > 0 AND NOT attisdropped AND relkind = 'r'
      UNION ALL
      SELECT format('constraint %s.%s.%s %s %s', nspname, conrelid::regclass, conname,
          pg_get_constraintdef(c.oid), CASE WHEN NOT convalidated THEN 'UNCHECKED' END)
        FROM pg_constraint c JOIN own ON own.oid = connamespace WHERE contype <> 'n'
      UNION ALL
      SELECT format('%s %s', pg_get_indexdef(indexrelid), CASE WHEN NOT indisvalid THEN 'INVALID' END)
        FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN own ON own.oid = relnamespace
      UNION ALL
      SELECT format('enum %s.%s %s: %s', nspname, typname,
          (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum
            WHERE enumtypid = t.oid), obj_description(t.oid, 'pg_type'))
        FROM pg_type t JOIN own ON own.oid = typnamespace WHERE typtype = 'e'
      ORDER BY 1
      """;

  /** Making a database takes longer than emptying one. */
  private static final String EMPTY =
      """
      DO $$
      DECLARE name text;
      BEGIN
        FOR name IN SELECT nspname FROM pg_namespace
            WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
          EXECUTE format('DROP SCHEMA %I CASCADE', name);
        END LOOP;
        CREATE SCHEMA public;
      END $$
      """;

  private static final String NAME = "planned";
  private static boolean isThere;

  private final Connection connection;

  private PostgresDatabase(Connection connection) {
    this.connection = connection;
  }

  /** The database of these tests, emptied, with a schema. One at a time. */
  static PostgresDatabase with(Schema schema) throws SQLException {
    if (!isThere) {
      try (Connection server = Databases.postgres("postgres")) {
        Databases.run(server, "CREATE DATABASE " + NAME);
      }
      isThere = true;
    }
    PostgresDatabase database = new PostgresDatabase(open());
    database.run(EMPTY);
    database.run(SchemaScript.create(schema, Dialect.POSTGRESQL));
    return database;
  }

  /** Another connection to it. */
  static Connection open() throws SQLException {
    return Databases.postgres(NAME);
  }

  /** What it holds with a schema, before anything happens. */
  static String stored(Schema schema) throws SQLException {
    try (PostgresDatabase database = with(schema)) {
      return database.stored();
    }
  }

  Connection connection() {
    return connection;
  }

  /** Runs a migration's script as the applier does. */
  void run(Script script) throws SQLException {
    connection.setAutoCommit(!script.transactional());
    for (Statement statement : script.statements()) {
      run(statement.sql());
    }
    if (script.transactional()) {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  /** Runs any number of statements. */
  void run(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
    }
  }

  /** All that it holds but for rows. */
  String stored() throws SQLException {
    return String.join("\n", rows(STORED));
  }

  /** The rows of a query, their values separated by bars. */
  List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(i == 1 ? "" : "|").append(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
