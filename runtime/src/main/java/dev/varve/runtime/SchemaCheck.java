package dev.varve.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Looks whether a database has what migrations would have made, before it counts as migrated. */
@FunctionalInterface
public interface SchemaCheck {
  /**
   * Compares.
   *
   * @param connection to the database, in autocommit; it must be left so, and with no transaction
   * @return what differs, a line each; empty where nothing does
   * @throws SQLException if the database cannot be looked at
   */
  List<String> differences(Connection connection) throws SQLException;
}
