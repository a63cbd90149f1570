package dev.varve.seed;

import dev.varve.seed.value.PostgresEncoder;
import dev.varve.seed.value.ValueType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: values travel as text without a type, so that the server takes the column's. */
final class PostgresSeedEngine extends SeedEngine {
  private static final String SAVEPOINT = "varve_seed";

  @Override
  String name() {
    return "postgresql";
  }

  @Override
  boolean isSqlite() {
    return false;
  }

  @Override
  Object stored(ValueType type, Object canonical) {
    return PostgresEncoder.text(type, canonical);
  }

  @Override
  String table(TableName name) {
    return name.schema().isEmpty()
        ? quoted(name.name())
        : quoted(name.schema()) + '.' + quoted(name.name());
  }

  @Override
  void bind(PreparedStatement statement, int index, ValueType type, @Nullable Object canonical)
      throws SQLException {
    if (canonical == null) {
      statement.setNull(index, Types.OTHER);
    } else {
      statement.setObject(index, stored(type, canonical), Types.OTHER);
    }
  }

  @Override
  void lock(Connection connection, TableShape table) {
    // A sequence gives each number once, and a unique index waits for the other writer.
  }

  @Override
  void advance(Connection connection, TableShape table, int column, long used) throws SQLException {
    String sql =
        "SELECT setval(s, ?) FROM (SELECT "
            + sequence(table, column)
            + "::regclass AS s) x WHERE coalesce(pg_sequence_last_value(s), 0) < ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, used);
      statement.setLong(2, used);
      statement.executeQuery().close();
    }
  }

  private String sequence(TableShape table, int column) {
    return "pg_get_serial_sequence("
        + literal(table(table.name))
        + ", "
        + literal(table.columns.get(column).name)
        + ')';
  }

  private static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  @Override
  List<Long> reserve(Connection connection, TableShape table, int column, int count)
      throws SQLException {
    List<Long> ids = new ArrayList<>();
    while (ids.size() < count) {
      if (!next(connection, table, column, count - ids.size(), ids)) {
        advance(connection, table, column, greatest(connection, table, column));
      }
    }
    return ids;
  }

  /** Whether all numbers that the sequence gave were free. */
  private boolean next(
      Connection connection, TableShape table, int column, int count, List<Long> ids)
      throws SQLException {
    String sql =
        "SELECT v, EXISTS (SELECT 1 FROM "
            + table(table.name)
            + " t WHERE t."
            + quoted(table.columns.get(column).name)
            + " = v) FROM (SELECT nextval("
            + sequence(table, column)
            + ") AS v FROM generate_series(1, ?)) n";
    boolean free = true;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, count);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          long id = rows.getLong(1);
          if (rows.wasNull()) {
            throw new SeedException(
                table + "." + table.columns.get(column) + " has no sequence in this database");
          }
          if (rows.getBoolean(2)) {
            free = false;
          } else {
            ids.add(id);
          }
        }
      }
    }
    return free;
  }

  private long greatest(Connection connection, TableShape table, int column) throws SQLException {
    String sql =
        "SELECT max(" + quoted(table.columns.get(column).name) + ") FROM " + table(table.name);
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  Transaction begin(Connection connection, boolean own) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    if (!own && (!autoCommit || isInTransaction(connection))) {
      return nested(connection);
    }
    connection.setAutoCommit(false);
    return new Transaction() {
      @Override
      public void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(autoCommit);
      }

      @Override
      public void rollback() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      }
    };
  }

  /**
   * Whether somebody has sent BEGIN, of which JDBC's autocommit mode doesn't know. All statements
   * of a transaction see the time when it began (PostgreSQL, "Current Date/Time"), and no two
   * transactions one after the other begin in the same microsecond. A statement's own time is no
   * help: the driver sends a statement in several messages, and each sets it anew.
   */
  private static boolean isInTransaction(Connection connection) throws SQLException {
    return began(connection).equals(began(connection));
  }

  private static String began(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT now()::text")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** By name, since the driver makes no savepoints in autocommit mode. */
  private static Transaction nested(Connection connection) throws SQLException {
    execute(connection, "SAVEPOINT " + SAVEPOINT);
    return new Transaction() {
      @Override
      public void commit() throws SQLException {
        execute(connection, "RELEASE SAVEPOINT " + SAVEPOINT);
      }

      @Override
      public void rollback() throws SQLException {
        execute(connection, "ROLLBACK TO SAVEPOINT " + SAVEPOINT);
        execute(connection, "RELEASE SAVEPOINT " + SAVEPOINT);
      }
    };
  }
}
