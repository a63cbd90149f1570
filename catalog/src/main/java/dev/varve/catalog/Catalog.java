package dev.varve.catalog;

import dev.varve.schema.Schema;
import java.util.List;

/**
 * What a database holds.
 *
 * @param schema what the model can say, in {@linkplain dev.varve.schema.sql.PhysicalSchema physical
 *     form}, with expressions as the engine gives them back. A constraint or index that isn't
 *     wholly what the model could say of it is left out
 * @param unmodelled what the model can't say, by table
 */
public record Catalog(Schema schema, List<Unmodelled> unmodelled) {
  /** Copies the list. */
  public Catalog {
    unmodelled = List.copyOf(unmodelled);
  }
}
