package dev.varve.seed;

import dev.varve.seed.value.SqliteEncoder;
import dev.varve.seed.value.ValueType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQLite: values are integers, reals, texts and blobs. */
final class SqliteSeedEngine extends SeedEngine {
  private static final String SAVEPOINT = "varve_seed";

  @Override
  String name() {
    return "sqlite";
  }

  @Override
  boolean isSqlite() {
    return true;
  }

  @Override
  Object stored(ValueType type, Object canonical) {
    return SqliteEncoder.value(type, canonical);
  }

  @Override
  String table(TableName name) {
    return quoted(name.schema().isEmpty() ? name.name() : name.schema() + '_' + name.name());
  }

  @Override
  void bind(PreparedStatement statement, int index, ValueType type, @Nullable Object canonical)
      throws SQLException {
    statement.setObject(index, canonical == null ? null : stored(type, canonical));
  }

  /** A statement that may write takes the lock, even if it finds no row. */
  @Override
  void lock(Connection connection, TableShape table) throws SQLException {
    String key = quoted(table.columns.get(table.key[0]).name);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE " + table(table.name) + " SET " + key + " = " + key + " WHERE 0");
    }
  }

  @Override
  void advance(Connection connection, TableShape table, int column, long used) {
    // AUTOINCREMENT counts on from the greatest number that was ever inserted.
  }

  @Override
  List<Long> reserve(Connection connection, TableShape table, int column, int count)
      throws SQLException {
    long last = 0;
    String name = table(table.name);
    String sql =
        "SELECT coalesce(max(" + quoted(table.columns.get(column).name) + "), 0) FROM " + name;
    if (counts(connection)) {
      sql +=
          " UNION ALL SELECT seq FROM sqlite_sequence WHERE name = '"
              + name.substring(1, name.length() - 1).replace("\"\"", "\"").replace("'", "''")
              + '\'';
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        last = Math.max(last, rows.getLong(1));
      }
    }
    List<Long> ids = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      ids.add(last + i);
    }
    return ids;
  }

  /** Whether the database has any table that counts. */
  private static boolean counts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")) {
      return rows.next();
    }
  }

  /**
   * A savepoint outside of a transaction opens one, and its release commits. Foreign keys are
   * checked whatever the connection's setting, which can't be changed in a transaction of the
   * caller's (<a href="https://www.sqlite.org/pragma.html#pragma_foreign_keys">PRAGMA
   * foreign_keys</a>).
   */
  @Override
  Transaction begin(Connection connection, boolean own) throws SQLException {
    boolean switched = !checksForeignKeys(connection);
    if (switched) {
      execute(connection, "PRAGMA foreign_keys = ON");
      switched = checksForeignKeys(connection);
    }
    execute(connection, "SAVEPOINT " + SAVEPOINT);
    return new Savepoint(connection, own && !connection.getAutoCommit(), switched);
  }

  private static boolean checksForeignKeys(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA foreign_keys")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /**
   * What a call does.
   *
   * @param connection where it does it
   * @param commits whether a transaction is to be ended beside the savepoint
   * @param switched whether foreign keys weren't checked before
   */
  private record Savepoint(Connection connection, boolean commits, boolean switched)
      implements Transaction {
    @Override
    public void commit() throws SQLException {
      execute(connection, "RELEASE " + SAVEPOINT);
      if (commits) {
        connection.commit();
      }
      restore();
    }

    @Override
    public void rollback() throws SQLException {
      execute(connection, "ROLLBACK TO " + SAVEPOINT);
      execute(connection, "RELEASE " + SAVEPOINT);
      if (commits) {
        connection.rollback();
      }
      restore();
    }

    private void restore() throws SQLException {
      if (switched) {
        execute(connection, "PRAGMA foreign_keys = OFF");
      }
    }
  }
}
