package dev.varve.junit;

import javax.sql.DataSource;

/**
 * Rows that all tests of a class find in their database. They are made once, in a template, and
 * copied from there.
 *
 * <pre>{@code
 * final class Countries implements Baseline {
 *   @Override
 *   public void fill(DataSource database) {
 *     ShopSeed.of(database).add(new Country("DE", "Germany"));
 *   }
 * }
 * }</pre>
 *
 * <p>An implementation has a constructor without parameters, which needn't be public.
 */
public interface Baseline {
  /**
   * Inserts the rows.
   *
   * @param database a database with all tables and without rows, apart from those that migrations
   *     bring
   * @throws Exception what it likes: all tests that need the rows fail with it
   */
  void fill(DataSource database) throws Exception;

  /** No rows. */
  final class None implements Baseline {
    private None() {}

    @Override
    public void fill(DataSource database) {}
  }
}
