package dev.varve.processor.read;

import dev.varve.schema.Schema;
import javax.annotation.processing.ProcessingEnvironment;

/** Reads annotated records and checks them. */
public final class EntityReader {
  private final ProcessingEnvironment environment;

  /** A reader for one compilation. */
  public EntityReader(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Reads all entities of a compilation. Nothing is remembered between two calls.
   *
   * @param annotated all that was seen in this round and those before
   * @param kept the tables and types of entities which aren't in this compilation but whose classes
   *     still exist; relations may lead to them
   * @param lastRound whether no other processor will generate types any more, so that a type which
   *     doesn't exist is an error
   */
  public Reading read(Annotated annotated, Schema kept, boolean lastRound) {
    throw new UnsupportedOperationException("not yet: " + environment);
  }
}
