package dev.varve.catalog;

import dev.varve.schema.Dialect;
import dev.varve.schema.EnumType;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.sql.PhysicalSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what a database holds. It takes the same small number of queries however many tables there
 * are, and changes nothing.
 *
 * <p>The applier's history, what the engine itself keeps and what belongs to a PostgreSQL extension
 * is left out.
 */
public final class CatalogReader {
  /** The table in which the applier keeps its history. */
  static final String HISTORY = "_varve_migrations";

  private final Connection connection;
  private final Dialect dialect;

  private CatalogReader(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /**
   * A reader of the database that {@code connection} leads to, which the caller closes.
   *
   * @throws IllegalArgumentException if it's neither PostgreSQL nor SQLite
   */
  public static CatalogReader of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "PostgreSQL" -> new CatalogReader(connection, Dialect.POSTGRESQL);
      case "SQLite" -> new CatalogReader(connection, Dialect.SQLITE);
      default ->
          throw new IllegalArgumentException(
              "the connection leads to " + product + "; only PostgreSQL and SQLite can be read");
    };
  }

  /** The engine that is read. */
  public Dialect dialect() {
    return dialect;
  }

  /** All of the connection's current schema, or of a SQLite database. */
  public Catalog read() throws SQLException {
    return read(Set.of());
  }

  /**
   * All of the connection's current schema, whose name is empty in the result, and of others.
   * SQLite has no schemas, {@code others} mean nothing there.
   *
   * @param others names of further schemas; those that don't exist hold nothing
   */
  public Catalog read(Set<String> others) throws SQLException {
    return switch (dialect) {
      case POSTGRESQL -> PostgresCatalog.read(connection, Namespaces.of(connection, others));
      case SQLITE -> SqliteCatalog.read(connection);
    };
  }

  /** All of the schemas that {@code model} names, and of the current one. */
  public Catalog readFor(Schema model) throws SQLException {
    return read(schemasOf(model));
  }

  /**
   * What {@link #readFor} finds in a database that holds {@code model}: its physical form, on
   * PostgreSQL with all expressions as this server writes them.
   *
   * <p>To learn how, it makes temporary tables in a transaction that it rolls back, or up to a
   * savepoint where the connection isn't in autocommit. That takes the privilege TEMPORARY on the
   * database. Types that the expressions name are those of the database; an enum type that doesn't
   * exist there yet is made for the time being.
   *
   * @throws SQLException if the server refuses an expression of the model
   */
  public Schema expected(Schema model) throws SQLException {
    return switch (dialect) {
      case POSTGRESQL -> {
        Namespaces namespaces = Namespaces.of(connection, schemasOf(model));
        Schema physical = namespaces.inCurrent(PhysicalSchema.of(model, dialect));
        yield new PostgresProbe(connection, namespaces).written(physical);
      }
      case SQLITE -> PhysicalSchema.of(model, dialect);
    };
  }

  private static Set<String> schemasOf(Schema model) {
    Set<String> schemas = new TreeSet<>();
    for (EnumType type : model.enumTypes()) {
      schemas.add(type.name().schema());
    }
    for (Table table : model.tables()) {
      schemas.add(table.name().schema());
      for (ForeignKey key : table.foreignKeys()) {
        schemas.add(key.target().schema());
      }
    }
    schemas.remove("");
    return schemas;
  }
}
