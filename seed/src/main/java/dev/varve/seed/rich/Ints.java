package dev.varve.seed.rich;

import java.util.Arrays;

/** Ints in blocks, so that growing copies nothing large. */
final class Ints {
  private static final int BITS = 14;
  private static final int BLOCK = 1 << BITS;

  private int[][] blocks = new int[4][];
  private int size;

  void add(int value) {
    int block = size >> BITS;
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * block);
    }
    if (blocks[block] == null) {
      blocks[block] = new int[BLOCK];
    }
    blocks[block][size++ & BLOCK - 1] = value;
  }

  void set(int index, int value) {
    blocks[index >> BITS][index & BLOCK - 1] = value;
  }

  int get(int index) {
    return blocks[index >> BITS][index & BLOCK - 1];
  }

  int size() {
    return size;
  }
}
