package dev.varve.seed;

import dev.varve.seed.load.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** SQLite: a call is a savepoint, and foreign keys are switched on for it. */
final class SqliteSeedEngine extends ConnectedEngine {
  private static final String SAVEPOINT = "varve_seed";

  /** So many rows are named of those that a commit is refused for. */
  private static final int FEW = 5;

  SqliteSeedEngine(Connection connection, @Nullable SeedListener listener) throws SQLException {
    super(Dialect.SQLITE, connection, listener);
  }

  /** A statement that may write takes the lock, even if it finds no row. */
  @Override
  void lock(TableShape table) throws SQLException {
    String key = quoted(table.columns.get(table.key[0]).name);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE " + table(table.name) + " SET " + key + " = " + key + " WHERE 0");
    }
  }

  /**
   * A savepoint outside of a transaction opens one, and its release commits. Foreign keys are
   * checked whatever the connection's setting, which can't be changed in a transaction of the
   * caller's (<a href="https://www.sqlite.org/pragma.html#pragma_foreign_keys">PRAGMA
   * foreign_keys</a>).
   */
  @Override
  Transaction begin(boolean own) throws SQLException {
    boolean switched = !checksForeignKeys();
    if (switched) {
      execute("PRAGMA foreign_keys = ON");
      switched = checksForeignKeys();
    }
    execute("SAVEPOINT " + SAVEPOINT);
    return new Savepoint(own && !connection.getAutoCommit(), switched);
  }

  private boolean checksForeignKeys() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA foreign_keys")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** Foreign keys that were deferred to the end and lead to nothing: SQLite doesn't say which. */
  private String deferred() throws SQLException {
    StringBuilder text = new StringBuilder();
    String sql =
        "SELECT c.\"table\", k.\"from\", c.parent, c.rowid FROM pragma_foreign_key_check c"
            + " JOIN pragma_foreign_key_list(c.\"table\") k ON k.id = c.fkid LIMIT "
            + FEW;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        text.append(rows.getString(1)).append('.').append(rows.getString(2));
        text.append(value(rows.getString(1), rows.getString(2), rows.getLong(4)));
        text.append(" refers to a row that isn't in ").append(rows.getString(3)).append(": ");
      }
    }
    return text.toString();
  }

  private String value(String table, String column, long row) throws SQLException {
    String sql = "SELECT " + quoted(column) + " FROM " + quoted(table) + " WHERE rowid = " + row;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? " = " + rows.getString(1) : "";
    }
  }

  /** What a call does. */
  private final class Savepoint implements Transaction {
    private final boolean commits;
    private final boolean switched;

    /**
     * Bounds.
     *
     * @param commits whether a transaction is to be ended beside the savepoint
     * @param switched whether foreign keys weren't checked before
     */
    Savepoint(boolean commits, boolean switched) {
      this.commits = commits;
      this.switched = switched;
    }

    @Override
    public void commit() throws SQLException {
      try {
        execute("RELEASE " + SAVEPOINT);
        if (commits) {
          connection.commit();
        }
      } catch (SQLException e) {
        throw new SQLException(deferred() + e.getMessage(), e.getSQLState(), e);
      }
      restore();
    }

    @Override
    public void rollback() throws SQLException {
      execute("ROLLBACK TO " + SAVEPOINT);
      execute("RELEASE " + SAVEPOINT);
      if (commits) {
        connection.rollback();
      }
      restore();
    }

    private void restore() throws SQLException {
      if (switched) {
        execute("PRAGMA foreign_keys = OFF");
      }
    }
  }
}
