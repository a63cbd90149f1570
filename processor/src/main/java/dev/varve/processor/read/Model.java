package dev.varve.processor.read;

import dev.varve.processor.binding.EntityBinding;
import dev.varve.schema.Dialect;
import dev.varve.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the entities of one compilation say.
 *
 * @param databaseName the database's name in upper camel case: {@code Shop}
 * @param packageName the package that the seed builder goes to
 * @param dialects the engines to write for
 * @param schema the tables and types of the entities in this compilation
 * @param entities the entities in this compilation, by the name of their table
 * @param past what these entities say about the past
 * @param declarations where all of it is declared
 */
public record Model(
    String databaseName,
    String packageName,
    Set<Dialect> dialects,
    Schema schema,
    List<EntityBinding> entities,
    Past past,
    Declarations declarations) {
  /** Copies the collections. */
  public Model {
    dialects = EnumSet.copyOf(dialects);
    entities = List.copyOf(entities);
  }
}
