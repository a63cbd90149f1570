package dev.varve.conformance.laws;

import dev.varve.schema.plan.Migration;
import java.sql.SQLException;

/** What runs migrations on a database. */
interface Runner {
  /** Runs all of them. */
  void up() throws SQLException;

  /** Takes back {@code migration}, the last of those that haven't been taken back. */
  void down(Migration migration) throws SQLException;
}
