package dev.varve.junit;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction in which a test does all that it does, and which is never committed. */
final class Sandbox {
  private static final String BEGINNING = "varve_test";

  private final Connection physical;
  private final boolean sqlite;
  private int count;
  private int open;

  private Sandbox(Connection physical, boolean sqlite) {
    this.physical = physical;
    this.sqlite = sqlite;
  }

  static Sandbox begin(Connection physical) throws SQLException {
    boolean sqlite = physical.getMetaData().getDatabaseProductName().equals("SQLite");
    physical.setAutoCommit(false);
    Sandbox sandbox = new Sandbox(physical, sqlite);
    sandbox.execute("SAVEPOINT " + BEGINNING);
    return sandbox;
  }

  /** What a test takes for a connection of its own. */
  synchronized Connection connection() {
    open++;
    return (Connection)
        Proxy.newProxyInstance(
            Sandbox.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new SandboxConnection(this, physical));
  }

  /** Says that one of them was closed. */
  synchronized void closed() {
    open--;
  }

  /** Whether somebody may still use one of them. */
  private synchronized boolean isUsed() {
    return open > 0;
  }

  synchronized String newSavepoint() {
    return BEGINNING + ++count;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = physical.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What is only checked at the end of a transaction. */
  void checkDeferred() throws SQLException {
    if (sqlite) {
      checkForeignKeys();
    } else {
      execute("SET CONSTRAINTS ALL IMMEDIATE");
      execute("SET CONSTRAINTS ALL DEFERRED");
    }
  }

  private void checkForeignKeys() throws SQLException {
    try (Statement statement = physical.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
      if (rows.next()) {
        throw new SQLException(
            "FOREIGN KEY constraint failed: a row of "
                + rows.getString(1)
                + " refers to none of "
                + rows.getString(3),
            "23000");
      }
    }
  }

  /**
   * Takes all back, and gives the connection to its database, unless somebody may still use it.
   *
   * @throws TestDatabaseException if the transaction isn't the one that was begun
   */
  void rollback(TestDatabase database) throws SQLException {
    try {
      execute("ROLLBACK TO SAVEPOINT " + BEGINNING);
    } catch (SQLException e) {
      physical.close();
      throw new TestDatabaseException(
          "the test has executed COMMIT or ROLLBACK as SQL, and so ended the transaction that"
              + " isolation = ROLLBACK takes back; call commit() and rollback() of the connection,"
              + " or choose WORKER",
          e);
    }
    physical.rollback();
    if (isUsed()) {
      physical.close();
    } else {
      physical.setAutoCommit(true);
      database.giveBackForSandbox(physical);
    }
  }

  /** Keeps all, so that it can be looked at. */
  void commit() throws SQLException {
    try {
      physical.commit();
    } finally {
      physical.close();
    }
  }
}
