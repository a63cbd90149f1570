package dev.varve.project;

import dev.varve.schema.Schema;
import dev.varve.schema.change.Agreements;

/** Finds what the annotations say about the way from one schema to the other. */
@FunctionalInterface
public interface Agreed {
  /**
   * What they say.
   *
   * @param snapshot what the sealed migrations lead to
   * @param schema what the records say now
   */
  Agreements on(Schema snapshot, Schema schema);
}
