package dev.varve.runtime.seed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row to be inserted, as far as somebody has said what it holds. Generated builders extend it,
 * one for each entity; nothing is checked or sent before the row is handed to a {@link Seed}.
 */
// JSpecify's annotations are for tools: who inherits needn't have them.
@SuppressWarnings("exports")
public abstract class RowSeed {
  /** Stands in {@link #given} for what nobody has set. */
  static final Object UNSET = new Object();

  /**
   * What was set: a cell for each slot of the entity's record, then one for each of its relations.
   * A relation's cell holds a record that is in the database, a {@code RowSeed} that is still to be
   * inserted, or null for none.
   */
  protected final @Nullable Object[] given;

  final TableShape shape;

  /**
   * A row of which nothing is set.
   *
   * @param shape its table
   */
  protected RowSeed(TableShape shape) {
    this.shape = shape;
    given = new Object[shape.slots + shape.relations.size()];
    Arrays.fill(given, UNSET);
  }

  /**
   * Sets several slots at once: those of an embedded record.
   *
   * @param first the first slot
   * @param values a value for it and for each that follows
   */
  protected final void give(int first, @Nullable Object[] values) {
    System.arraycopy(values, 0, given, first, values.length);
  }

  /**
   * Makes the entity's record.
   *
   * @param slots a value for each slot, of the type that the component has, without {@code
   *     Optional} and value records around it
   */
  protected abstract Object toRecord(@Nullable Object[] slots);

  /**
   * Takes the entity's record apart: the inverse of {@link #toRecord}.
   *
   * @param record a record of the builder's entity
   */
  protected abstract @Nullable Object[] toValues(Object record);

  /**
   * A row, with nothing set, of the table that a relation refers to.
   *
   * @param relation the relation's place, or the number of relations and a junction's place
   */
  protected RowSeed targetSeed(int relation) {
    throw new IllegalArgumentException(shape.name + " has no relation " + relation);
  }
}
