package dev.varve.seed.value;

/**
 * Numbers that follow from what they are for, by splitmix64 (Steele, Lea and Flood, "Fast
 * Splittable Pseudorandom Number Generators", 2014). They don't depend on each other, so a further
 * column or table changes no value that was there before.
 */
public final class Keys {
  /** Goes up when the values that are made from keys change. */
  private static final long VERSION = 1;

  private static final int ROUNDS = 6;

  private Keys() {}

  /** The key of a column. */
  public static long of(long seed, String entity, String column) {
    return mix(mix(mix(seed + VERSION) ^ hash(entity)) ^ hash(column));
  }

  /** A number from 0 to {@code bound}, exclusive, for a row of a column. */
  public static long number(long key, long row, long bound) {
    return Long.remainderUnsigned(mix(key + row), bound);
  }

  /** FNV-1a over the characters. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Spreads a number over all 64 bits: a bijection. */
  public static long mix(long key) {
    long z = key + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * A permutation of the numbers below {@code count}: a Feistel network over the next even number
   * of bits, walked until it is back below (Black and Rogaway, "Ciphers with Arbitrary Finite
   * Domains", 2002). No two indexes give the same number, and every number has its index.
   *
   * @param index from 0 to {@code count}, exclusive
   * @param count at most {@link Choices#PLENTY}
   */
  public static long permute(long key, long index, long count) {
    int half = Math.max(1, (65 - Long.numberOfLeadingZeros(count - 1)) / 2);
    long mask = (1L << half) - 1;
    long at = index;
    do {
      long left = at >>> half;
      long right = at & mask;
      for (int round = 0; round < ROUNDS; round++) {
        long next = left ^ mix(key + right + ((long) round << 56)) & mask;
        left = right;
        right = next;
      }
      at = left << half | right;
    } while (at >= count);
    return at;
  }
}
