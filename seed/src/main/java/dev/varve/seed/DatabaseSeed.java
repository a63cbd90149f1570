package dev.varve.seed;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the generated seed builders of databases have in common.
 *
 * @param <S> the generated builder itself: {@code ShopSeed}
 * @param <P> the database's plan: {@code ShopPlan}
 * @param <D> the rows that a plan makes: {@code ShopRows}
 */
public interface DatabaseSeed<S, P, D> {
  /**
   * The row with the key of {@code record}, as it is in the database now, with all that it refers
   * to.
   *
   * @param record a record with its key
   * @param <R> its type
   * @throws SeedException if there is no such row, or {@code record} has no key
   */
  <R extends Record> R reload(R record);

  /**
   * Inserts complete records in bulk, or updates the rows that have their keys, as {@code add} does
   * for one.
   *
   * @param records records of one entity or of several
   * @param <R> their type
   * @return the records as the database holds them, in the same order
   * @throws SeedException if that can't be; nothing is changed then
   */
  <R extends Record> List<R> addAll(Collection<R> records);

  /**
   * A builder whose rows refer to {@code rows} where a relation must have a row and names none. Of
   * several records of one entity each is taken in turn.
   *
   * @param rows records that are in the database, of any entities
   * @return another builder; this one stays as it is
   */
  S share(Record... rows);

  /**
   * A builder that makes rows of their own for relations that must have one and name none: no two
   * relations lead to the same new row.
   *
   * @return another builder; this one stays as it is
   */
  S distinct();

  /**
   * Inserts a few rows into each table, at the edges of what its constraints allow.
   *
   * @throws SeedException if the database refuses one, or a value can't be invented
   */
  D smoke();

  /**
   * The same, with values for what can't be invented.
   *
   * @param plan says them
   */
  D smoke(Consumer<P> plan);

  /**
   * Inserts as many rows as a plan says, with realistic values. The same seed and the same plan
   * give the same rows on every machine.
   *
   * @param seed any number
   * @param plan how many rows of which tables, and what they hold
   * @throws SeedException if that can't be; nothing is inserted then
   */
  D rich(long seed, Consumer<P> plan);

  /**
   * A builder that tells how far it is.
   *
   * @param listener is told
   * @return another builder; this one stays as it is
   */
  S listener(SeedListener listener);
}
