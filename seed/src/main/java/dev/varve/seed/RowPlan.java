package dev.varve.seed;

/**
 * What each of several rows holds: {@code (line, chance) -> line.quantity(chance.between(1, 8))}.
 *
 * @param <B> the row builder
 */
@FunctionalInterface
public interface RowPlan<B> {
  /**
   * Says what a row holds. It is called once for each row.
   *
   * @param row the row
   * @param chance values for this row, the same whenever it is made again; {@link Chance#index} is
   *     its number
   * @return {@code row}
   */
  B plan(B row, Chance chance);
}
