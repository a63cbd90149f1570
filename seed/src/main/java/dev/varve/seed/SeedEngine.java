package dev.varve.seed;

import dev.varve.seed.load.IdRequest;
import dev.varve.seed.load.Ids;
import dev.varve.seed.load.Loader;
import dev.varve.seed.load.TableName;
import dev.varve.seed.value.ValueType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between the databases, for what one call does on one connection. */
abstract class SeedEngine {
  final Connection connection;

  /** Sends rows to it. */
  final Loader loader;

  SeedEngine(Connection connection) throws SQLException {
    this.connection = connection;
    this.loader = Loader.of(connection);
  }

  /** The engine behind {@code connection}. */
  static SeedEngine of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "PostgreSQL" -> new PostgresSeedEngine(connection);
      case "SQLite" -> new SqliteSeedEngine(connection);
      default ->
          throw new SeedException("seeds are for PostgreSQL and SQLite, and this is " + product);
    };
  }

  /** The dialect's name in descriptors. */
  abstract String name();

  abstract boolean isSqlite();

  /**
   * What is sent for a canonical value.
   *
   * @throws ValueException if this database can't store it
   */
  abstract Object stored(ValueType type, Object canonical);

  /** A table's name in SQL. */
  abstract String table(TableName name);

  /** A name in SQL. */
  static String quoted(String name) {
    return TableName.quoted(name);
  }

  /** Binds a canonical value, or null. */
  abstract void bind(
      PreparedStatement statement, int index, ValueType type, @Nullable Object canonical)
      throws SQLException;

  /** Makes sure that later reads in this transaction can't be overtaken by another writer. */
  abstract void lock(TableShape table) throws SQLException;

  /** Makes the table's counter go past {@code used}. */
  final void advance(TableShape table, int column, long used) throws SQLException {
    loader.advance(table.name, table.columns.get(column).name, used);
  }

  /** Takes {@code count} values from the table's counter that no row has. */
  final Ids reserve(TableShape table, int column, int count) throws SQLException {
    String name = table.columns.get(column).name;
    return loader.reserve(List.of(new IdRequest(table.name, name, count))).get(0);
  }

  final void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
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
