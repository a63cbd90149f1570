package dev.varve.seed;

import dev.varve.seed.load.Dialect;
import dev.varve.seed.load.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: a call is a transaction, or a savepoint within one. */
final class PostgresSeedEngine extends ConnectedEngine {
  private static final String SAVEPOINT = "varve_seed";

  /** The first key of the lock on what is invented; the second is the table's. */
  private static final int INVENTING = 0x56525649;

  private final Set<TableName> locked = new HashSet<>();

  PostgresSeedEngine(Connection connection, @Nullable SeedListener listener) throws SQLException {
    super(Dialect.POSTGRESQL, connection, listener);
  }

  @Override
  void lock(TableShape table) {
    // A sequence gives each number once, and a unique index waits for the other writer.
  }

  /**
   * Where no counter keeps apart what is invented, two calls at once would invent the same: the
   * second waits for the end of the first one's transaction.
   */
  @Override
  void lockInvented(TableShape table) throws SQLException {
    if (Filler.identity(table) < 0 && locked.add(table.name)) {
      execute(
          "SELECT pg_advisory_xact_lock("
              + INVENTING
              + ", "
              + table.name.toString().hashCode()
              + ")");
    }
  }

  @Override
  Transaction begin(boolean own) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    if (own ? !autoCommit && hasWritten() : !autoCommit || isInTransaction()) {
      return nested();
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
   * Whether the transaction has changed anything: then the connection is somebody else's too, as a
   * proxy gives them out that knows of transactions, and is not ours to commit.
   */
  private boolean hasWritten() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /**
   * Whether somebody has sent BEGIN, of which JDBC's autocommit mode doesn't know. All statements
   * of a transaction see the time when it began (PostgreSQL, "Current Date/Time"), and no two
   * transactions one after the other begin in the same microsecond. A statement's own time is no
   * help: the driver sends a statement in several messages, and each sets it anew.
   */
  private boolean isInTransaction() throws SQLException {
    return began().equals(began());
  }

  private String began() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT now()::text")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** By name, since the driver makes no savepoints in autocommit mode. */
  private Transaction nested() throws SQLException {
    execute("SAVEPOINT " + SAVEPOINT);
    return new Transaction() {
      @Override
      public void commit() throws SQLException {
        execute("RELEASE SAVEPOINT " + SAVEPOINT);
      }

      @Override
      public void rollback() throws SQLException {
        execute("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
        execute("RELEASE SAVEPOINT " + SAVEPOINT);
      }
    };
  }
}
