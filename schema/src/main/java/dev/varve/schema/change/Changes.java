package dev.varve.schema.change;

import dev.varve.schema.Schema;
import java.util.List;

/** Changes applied to schemas. */
public final class Changes {
  private Changes() {}

  /**
   * The schema that {@code changes} make of {@code schema}.
   *
   * @throws IllegalArgumentException if a change doesn't fit: what it changes isn't there, or isn't
   *     as it says
   */
  public static Schema apply(Schema schema, List<Change> changes) {
    throw new UnsupportedOperationException("not there yet: " + schema + changes);
  }
}
