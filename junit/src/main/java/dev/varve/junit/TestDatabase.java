package dev.varve.junit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database that one test at a time uses. */
interface TestDatabase {
  /** Connections to it, wherever it is at the moment. */
  ConnectionPool connections();

  /** A connection for a transaction in which statements may fail and others follow. */
  Connection forSandbox() throws SQLException;

  /** Takes that connection back, after all was rolled back and nobody has it any more. */
  void giveBackForSandbox(Connection ended) throws SQLException;

  /**
   * Makes its content equal to the template's.
   *
   * @throws TestDatabaseException if somebody still uses what would have to be changed, with who it
   *     is
   */
  void reset(Template to) throws SQLException;

  /** A template of what it holds now; its connections are closed for that. */
  Template freeze() throws SQLException;

  /**
   * Leaves its content to be looked at. It can be reset and used all the same.
   *
   * @param test what the test is called
   * @return where it is, to be copied into a tool: a JDBC URL
   */
  String keep(String test) throws SQLException;

  /** The tables that have rows, with how many and the first ones of each, one text a table. */
  List<String> excerpt() throws SQLException;

  /** Removes it. */
  void drop() throws SQLException;
}
