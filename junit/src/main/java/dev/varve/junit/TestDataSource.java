package dev.varve.junit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The {@code DataSource} that is injected. It ends with its test, so that a thread which goes on
 * doesn't reach the rows of the next test in the same database.
 */
final class TestDataSource extends PlainDataSource {
  private final ConnectionPool pool;
  private volatile boolean ended;

  TestDataSource(ConnectionPool pool) {
    this.pool = pool;
  }

  /** From now on it gives no connections. Those that it gave are the pool's affair. */
  void end() {
    ended = true;
  }

  @Override
  public Connection getConnection() throws SQLException {
    requireTest();
    Connection connection = pool.getConnection();
    if (ended) {
      connection.close();
      requireTest();
    }
    return connection;
  }

  private void requireTest() throws SQLException {
    if (ended) {
      throw new SQLException(
          "the test is over to which this DataSource was given; a thread or a field has kept it",
          "08003");
    }
  }
}
