package dev.varve.cli;

import dev.varve.catalog.Catalog;
import dev.varve.catalog.CatalogDifference;
import dev.varve.catalog.CatalogReader;
import dev.varve.schema.Schema;
import dev.varve.schema.json.MalformedModelException;
import dev.varve.schema.json.SchemaJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * How a database's tables differ from a model.
 *
 * @param differences a line each
 * @param notes what the database has and the model has no words for, a line each
 */
record TableComparison(List<String> differences, List<String> notes) {
  /** What the sealed migrations lead to. */
  static final String SNAPSHOT = "snapshot.json";

  /**
   * Compares with the model in a file. Before anything is sealed there is no snapshot, which means
   * no tables.
   *
   * @throws CommandException if the file can't be understood
   */
  static TableComparison with(String file, Project project, Connection connection)
      throws SQLException {
    Schema model = model(file, project);
    CatalogReader reader = CatalogReader.of(connection);
    Catalog found = reader.readFor(model);
    Schema expected = reader.expected(model);
    return new TableComparison(
        CatalogDifference.between(expected, found.schema(), reader.dialect()),
        found.unmodelled().stream().map(Object::toString).toList());
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
