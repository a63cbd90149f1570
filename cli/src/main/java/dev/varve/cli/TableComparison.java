package dev.varve.cli;

import dev.varve.catalog.Catalog;
import dev.varve.catalog.CatalogDifference;
import dev.varve.catalog.CatalogReader;
import dev.varve.schema.Schema;
import dev.varve.schema.json.MalformedModelException;
import dev.varve.schema.json.SchemaJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a database's tables differ from a model.
 *
 * @param differences a line each
 * @param notes what the database has and the model has no words for, a line each
 */
record TableComparison(List<String> differences, List<String> notes) {
  /** read_only_sql_transaction, insufficient_privilege: PostgreSQL's error codes. */
  private static final Set<String> MAY_NOT = Set.of("25006", "42501");

  private static final String UNEXPECTED = " isn't expected";

  /** What the sealed migrations lead to. */
  static final String SNAPSHOT = "snapshot.json";

  /**
   * Compares with the model in a file. Before anything is sealed there is no snapshot, which means
   * no tables. A table that no model has is but a note where the history has other databases: it
   * may be theirs.
   *
   * @param database the project's name in the history, if it has one
   * @throws CommandException if the file can't be understood
   */
  static TableComparison with(
      String file, Project project, Connection connection, Optional<String> database)
      throws SQLException {
    Schema model = model(file, project);
    CatalogReader reader = CatalogReader.of(connection);
    Catalog found = reader.readFor(model);
    Schema expected = expected(model, reader);
    boolean shared = SharedHistory.of(connection).hasOthersThan(database);
    List<String> differences = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (String line : CatalogDifference.between(expected, found.schema(), reader.dialect())) {
      if (shared && line.startsWith("table ") && line.endsWith(UNEXPECTED)) {
        notes.add(line + " here; the history has other databases, whose it may be");
      } else {
        differences.add(line);
      }
    }
    found.unmodelled().forEach(object -> notes.add(object.toString()));
    return new TableComparison(differences, notes);
  }

  private static Schema expected(Schema model, CatalogReader reader) throws SQLException {
    try {
      return reader.expected(model);
    } catch (SQLException e) {
      if (MAY_NOT.contains(String.valueOf(e.getSQLState()))) {
        throw CommandException.failed(
            "the tables can't be compared: "
                + e.getMessage()
                + "\n  To compare expressions, the server writes the model's in temporary tables and rolls"
                + " back: the role needs GRANT TEMPORARY ON DATABASE, and a transaction that isn't read"
                + " only (default_transaction_read_only, a standby). status needs neither.");
      }
      throw e;
    }
  }

  private static Schema model(String file, Project project) {
    try {
      Optional<String> text = project.text(file);
      return text.isPresent() ? SchemaJson.read(text.get()) : Schema.EMPTY;
    } catch (MalformedModelException e) {
      throw CommandException.failed(project.folder().resolve(file) + ", " + e.getMessage());
    }
  }
}
