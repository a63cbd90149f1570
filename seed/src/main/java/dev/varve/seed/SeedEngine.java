package dev.varve.seed;

import dev.varve.seed.load.Cell;
import dev.varve.seed.load.Dialect;
import dev.varve.seed.load.IdRequest;
import dev.varve.seed.load.Ids;
import dev.varve.seed.load.Loader;
import dev.varve.seed.load.TableName;
import dev.varve.seed.load.WatchedLoader;
import dev.varve.seed.value.ValueType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between the databases and a file, for what one call does. */
abstract class SeedEngine {
  /** Sends rows to it. */
  final Loader loader;

  /** How values and names are written there. */
  final Dialect dialect;

  SeedEngine(Dialect dialect, Loader loader, @Nullable SeedListener listener) {
    this.dialect = dialect;
    this.loader =
        listener == null
            ? loader
            : new WatchedLoader(
                loader, (table, rows, done) -> listener.sent(table.toString(), rows, done));
  }

  /** The engine behind {@code connection}. */
  static SeedEngine of(Connection connection, @Nullable SeedListener listener) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "PostgreSQL" -> new PostgresSeedEngine(connection, listener);
      case "SQLite" -> new SqliteSeedEngine(connection, listener);
      default ->
          throw new SeedException("seeds are for PostgreSQL and SQLite, and this is " + product);
    };
  }

  final boolean isSqlite() {
    return dialect == Dialect.SQLITE;
  }

  /**
   * What is sent for a canonical value.
   *
   * @throws ValueException if this database can't store it
   */
  final Object stored(ValueType type, Object canonical) {
    return dialect.stored(type, canonical);
  }

  /** A table's name in SQL. */
  final String table(TableName name) {
    return dialect.table(name);
  }

  /** A name in SQL. */
  static String quoted(String name) {
    return TableName.quoted(name);
  }

  /**
   * Asks the database. A file answers nothing, as an empty database does.
   *
   * @param sql with a question mark for each cell
   * @param types what the columns of the result hold
   * @return canonical values, a row each
   */
  abstract List<@Nullable Object[]> query(String sql, List<Cell> cells, List<ValueType> types)
      throws SQLException;

  /** Whether rows can be read back. */
  boolean isReadable() {
    return true;
  }

  /** Makes sure that later reads in this transaction can't be overtaken by another writer. */
  abstract void lock(TableShape table) throws SQLException;

  /**
   * Makes sure that no other call invents the same values for a table, before it is asked which are
   * taken.
   */
  void lockInvented(TableShape table) throws SQLException {
    lock(table);
  }

  /** Makes the table's counter go past {@code used}. */
  final void advance(TableShape table, int column, long used) throws SQLException {
    loader.advance(table.name, table.columns.get(column).name, used);
  }

  /** Takes {@code count} values from the table's counter that no row has. */
  final Ids reserve(TableShape table, int column, int count) throws SQLException {
    ColumnShape shape = table.columns.get(column);
    IdRequest request = new IdRequest(table.name, shape.name, shape.type, count);
    return loader.reserve(List.of(request)).get(0);
  }

  /**
   * Begins what a call does.
   *
   * @param own whether the connection is the call's own: then it commits whatever the mode
   */
  abstract Transaction begin(boolean own) throws SQLException;

  /** The bounds of what a call does. */
  interface Transaction {
    void commit() throws SQLException;

    void rollback() throws SQLException;
  }
}
