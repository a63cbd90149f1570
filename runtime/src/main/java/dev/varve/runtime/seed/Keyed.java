package dev.varve.runtime.seed;

import java.nio.charset.StandardCharsets;

/**
 * Numbers that follow from what they are for. They don't depend on each other, so that a further
 * column or table changes no value that was there before.
 */
final class Keyed {
  /** Goes up when the values that are made of the numbers change. */
  private static final long VERSION = 1;

  private Keyed() {}

  /** A number for a row's column. */
  static long number(TableName table, String column, long row) {
    return mix(mix(mix(VERSION, table.toString()), column), row);
  }

  private static long mix(long key, String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return mix(key, hash);
  }

  /** The finisher of splitmix64, over both. */
  static long mix(long key, long value) {
    long z = key * 0x9e3779b97f4a7c15L + value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
