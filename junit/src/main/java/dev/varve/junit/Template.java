package dev.varve.junit;

import java.sql.SQLException;

/** What databases are copied from. */
interface Template {
  /** A new database with the same content. */
  TestDatabase open() throws SQLException;

  /** Removes the template, if that is anybody's to do; databases made of it stay. */
  void drop() throws SQLException;
}
