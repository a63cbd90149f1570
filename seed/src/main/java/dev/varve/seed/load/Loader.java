package dev.varve.seed.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Sends rows to one database, or writes them to one file. It is to be called within a transaction,
 * and whoever calls it rolls back what a failed call has left.
 */
public interface Loader {
  /** The loader for what is behind {@code connection}. */
  static Loader of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "PostgreSQL" -> new PostgresLoader(connection);
      case "SQLite" -> new SqliteLoader(connection);
      default -> throw new SQLException("PostgreSQL or SQLite expected, and this is " + product);
    };
  }

  /**
   * Sends all rows, pulling them as they are needed: memory doesn't depend on how many there are,
   * except for a table whose rows go {@link LoadTable#together() together} where the driver doesn't
   * let COPY through.
   *
   * <p>What the source throws comes out as it is. An interrupted thread stops at the next buffer,
   * with a {@link LoadException} and still interrupted.
   *
   * @return how many there were
   * @throws LoadException if the database refuses a row; it knows which
   * @throws dev.varve.seed.value.ValueException if the database can't hold a value
   */
  long load(LoadTable table, RowSource rows) throws SQLException;

  /**
   * Does what {@link #load} does up to where the database is needed: so one thread can make values
   * into what is sent while another has the connection. All rows are in memory until they are sent,
   * and are pulled either now or then.
   *
   * @throws dev.varve.seed.value.ValueException if the database can't hold a value
   */
  default Shipment encode(LoadTable table, RowSource rows) {
    return () -> load(table, rows);
  }

  /**
   * Sends rows of which some may be there: those are updated, if anything differs. All go in one
   * statement, and no two may have the same key.
   *
   * @throws LoadException if the database refuses a row
   */
  void upsert(Conflict into, RowSource rows) throws SQLException;

  /**
   * Runs a statement that returns nothing.
   *
   * @param sql with a question mark for each cell
   * @return how many rows it changed; of a file 0
   */
  int run(String sql, List<Cell> cells) throws SQLException;

  /**
   * Takes keys from several tables' counters, in one query.
   *
   * @return for each request its keys
   */
  List<Ids> reserve(List<IdRequest> requests) throws SQLException;

  /** Makes a table's counter go past {@code used}, if it isn't already. */
  void advance(TableName table, String column, long used) throws SQLException;
}
