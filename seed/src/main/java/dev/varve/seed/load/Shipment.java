package dev.varve.seed.load;

import java.sql.SQLException;

/** Rows of a table that wait to be sent; {@link Loader#encode} says what is done already. */
@FunctionalInterface
public interface Shipment {
  /**
   * Sends them, once.
   *
   * @return how many there were
   * @throws LoadException if the database refuses a row; it knows which
   * @throws dev.varve.seed.value.ValueException if the database can't hold a value
   */
  long send() throws SQLException;
}
