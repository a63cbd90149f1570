package dev.varve.seed;

import java.util.function.UnaryOperator;

/**
 * What the generated builders of rows have in common. Calls can be chained, and the last one that
 * sets something counts; children are added by each call.
 *
 * @param <B> the generated builder itself
 * @param <R> the entity's record
 */
public interface RowBuilder<B, R extends Record> {
  /**
   * Applies a function: {@code o.with(PAID).with(SHIPPED)}. What it sets, later calls can set
   * again.
   *
   * @param trait a {@link Trait}, or any function of the builder
   */
  B with(UnaryOperator<B> trait);

  /**
   * Makes {@code ref} mean this row: for other rows of the same call, and as the record that is
   * inserted when the call has returned.
   *
   * @param ref a reference that means no other row of this call
   */
  B as(Ref<R> ref);

  /**
   * Rows to be referred to by this row, and by whatever is made for it, where a relation must have
   * a row and names none. Of several records of one entity each is taken in turn. A record isn't
   * taken where a unique key would hold it twice.
   *
   * @param rows records that are in the database, of any entities
   */
  B share(Record... rows);

  /**
   * Makes rows of their own for this row's relations that must have one and name none, and for
   * theirs in turn: none that other rows of the call refer to.
   */
  B distinct();
}
