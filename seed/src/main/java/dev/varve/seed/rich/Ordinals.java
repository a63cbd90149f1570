package dev.varve.seed.rich;

import java.util.Arrays;

/** Row numbers in ascending order, in little room where many follow each other. */
final class Ordinals {
  private static final int FEW = 4;

  /** For each run its first number, and how many numbers there are before it. */
  private int[] first = new int[FEW];

  private int[] before = new int[FEW];
  private int runs;
  private int size;
  private int last = -2;

  void add(int ordinal) {
    if (ordinal != last + 1 || runs == 0) {
      if (runs == first.length) {
        first = Arrays.copyOf(first, 2 * runs);
        before = Arrays.copyOf(before, 2 * runs);
      }
      first[runs] = ordinal;
      before[runs++] = size;
    }
    last = ordinal;
    size++;
  }

  int size() {
    return size;
  }

  int get(int index) {
    if (runs == 1) {
      return first[0] + index;
    }
    int place = Arrays.binarySearch(before, 0, runs, index);
    int run = place >= 0 ? place : -place - 2;
    return first[run] + index - before[run];
  }
}
