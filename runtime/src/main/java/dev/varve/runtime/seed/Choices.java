package dev.varve.runtime.seed;

import java.util.function.LongFunction;

/**
 * The values that a column can take, numbered: those that a person would write first, no value
 * twice.
 *
 * @param count how many there are; Long.MAX_VALUE: more than anybody needs
 * @param ordinary how many of the first look ordinary; values that need not differ are among them
 * @param at the value of a number below {@code count}
 */
record Choices(long count, long ordinary, LongFunction<Object> at) {
  /** So many that they never run out; for times, 61 seconds apart, it is 966 years. */
  static final long PLENTY = 500_000_000;

  static Choices of(long count, LongFunction<Object> at) {
    return new Choices(count, Math.min(count, 1000), at);
  }

  /** A choice whose first value will do for everybody. */
  static Choices first(long count, LongFunction<Object> at) {
    return new Choices(count, 1, at);
  }
}
