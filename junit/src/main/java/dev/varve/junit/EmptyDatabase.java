package dev.varve.junit;

import java.sql.SQLException;

/**
 * A database without tables.
 *
 * @param connections lead to it
 * @param removal what removes it when its connections are closed
 */
record EmptyDatabase(ConnectionPool connections, Removal removal) {
  /** Removes something. */
  @FunctionalInterface
  interface Removal {
    void run() throws SQLException;
  }

  void close() throws SQLException {
    connections.closeAll();
    removal.run();
  }
}
