package dev.varve.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The databases whose migrations the history table of the current schema, or file, holds.
 *
 * @param databases their names; none where the table isn't there, or is older than such names
 */
record SharedHistory(Set<String> databases) {
  private static final String TABLE = "_varve_migrations";
  private static final String COLUMN = "database_name";

  static SharedHistory of(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    if (isNamed(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet result =
              statement.executeQuery(
                  "SELECT DISTINCT database_name FROM _varve_migrations WHERE database_name <> ''")) {
        while (result.next()) {
          names.add(result.getString(1));
        }
      }
    }
    return new SharedHistory(names);
  }

  private static boolean isNamed(Connection connection) throws SQLException {
    String schema = connection.getSchema();
    try (ResultSet columns =
        connection.getMetaData().getColumns(null, schema, TABLE.replace("_", "\\_"), COLUMN)) {
      return columns.next();
    }
  }

  /** Whether there is another one than this. */
  boolean hasOthersThan(Optional<String> database) {
    return databases.stream().anyMatch(name -> !Optional.of(name).equals(database));
  }
}
