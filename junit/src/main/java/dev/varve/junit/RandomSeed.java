package dev.varve.junit;

/**
 * The number that random rows of a test begin with. As a parameter of a test:
 *
 * <pre>{@code
 * @Test
 * void reportsAddUp(ShopSeed seed, RandomSeed random) {
 *   seed.rich(random.value(), p -> p.customers(100));
 * }
 * }</pre>
 *
 * <p>It is {@link VarveTest#seed}, unless {@code varve.test.seed} says otherwise: a number, or
 * {@code random} for another one in each run. A test that fails says which number it had.
 *
 * @param value the number
 */
public record RandomSeed(long value) {
  /** How to get the same rows again. */
  String repeat() {
    return "random seed " + value + "; -D" + Options.SEED + '=' + value + " gives the same rows";
  }
}
