package dev.varve.junit;

import dev.varve.catalog.CatalogDifference;
import dev.varve.catalog.CatalogReader;
import dev.varve.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What databases hold, read by varve-catalog. */
final class Catalogs {
  private static final String SCHEMAS =
      "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN"
          + " ('information_schema', current_schema())";

  private Catalogs() {}

  /**
   * All tables of a database.
   *
   * @throws ExtensionConfigurationException if varve-catalog isn't there
   */
  static Schema read(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      CatalogReader reader = reader(connection);
      return switch (reader.dialect()) {
        case SQLITE -> reader.read().schema();
        case POSTGRESQL -> reader.read(schemas(connection)).schema();
      };
    }
  }

  private static CatalogReader reader(Connection connection) throws SQLException {
    try {
      return CatalogReader.of(connection);
    } catch (NoClassDefFoundError e) {
      throw new ExtensionConfigurationException(
          "catalogs are read by dev.varve:varve-catalog; add it to the tests' dependencies", e);
    }
  }

  private static Set<String> schemas(Connection connection) throws SQLException {
    Set<String> schemas = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SCHEMAS)) {
      while (rows.next()) {
        schemas.add(rows.getString(1));
      }
    }
    return schemas;
  }

  /** The differences, one line each. */
  static List<String> between(Schema expected, Schema found, DataSource database)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      return CatalogDifference.between(expected, found, reader(connection).dialect());
    }
  }
}
