package dev.varve.seed.rich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Rows by the row above them that they share: the items of each tenant. Sorted anew when a quarter
 * has come since; in between, what has come is chained.
 */
final class Grouped {
  private static final int FEW = 64;

  private final IntUnaryOperator row;
  private final IntUnaryOperator group;
  private int[] start = {0};
  private int[] members = {};
  private int sorted;
  private int seen;
  private int largest;

  /** The places of rows that are still being made: they need rows that are being looked for. */
  private final List<Integer> waiting = new ArrayList<>(0);

  /** Of the rows since, for each group the last and how many; for each row the one before. */
  private int[] last = new int[FEW];

  private int[] since = new int[FEW];
  private int[] previous = new int[FEW];

  /**
   * Groups rows.
   *
   * @param row the number of the row at a place
   * @param group the group that a row is in; below zero if it is in none
   */
  Grouped(IntUnaryOperator row, IntUnaryOperator group) {
    this.row = row;
    this.group = group;
  }

  /** Takes in the rows up to {@code size}. */
  void update(int size) {
    if (!waiting.isEmpty()) {
      waiting.removeIf(this::takesIn);
    }
    for (; seen < size; seen++) {
      if (!takesIn(seen)) {
        waiting.add(seen);
      }
    }
    if (seen > sorted + FEW + sorted / 4 && waiting.isEmpty()) {
      sort(seen);
    }
  }

  /** Takes in the row at a place, unless it is still being decided which group it is in. */
  private boolean takesIn(int place) {
    int at = group.applyAsInt(row.applyAsInt(place));
    if (at >= 0) {
      chain(at, place - sorted);
    }
    return at != PlanRow.OPEN;
  }

  private void chain(int at, int place) {
    if (at >= last.length) {
      last = Arrays.copyOf(last, Math.max(at + 1, 2 * last.length));
      since = Arrays.copyOf(since, last.length);
    }
    if (place >= previous.length) {
      previous = Arrays.copyOf(previous, Math.max(place + 1, 2 * previous.length));
    }
    previous[place] = last[at];
    last[at] = place + 1;
    since[at]++;
    largest = Math.max(largest, size(at));
  }

  private void sort(int size) {
    int groups = 0;
    for (int i = 0; i < size; i++) {
      groups = Math.max(groups, group.applyAsInt(row.applyAsInt(i)) + 1);
    }
    int[] next = new int[groups + 1];
    for (int i = 0; i < size; i++) {
      int at = group.applyAsInt(row.applyAsInt(i));
      if (at >= 0) {
        next[at + 1]++;
      }
    }
    largest = 0;
    for (int at = 0; at < groups; at++) {
      largest = Math.max(largest, next[at + 1]);
      next[at + 1] += next[at];
    }
    start = next.clone();
    members = new int[next[groups]];
    for (int i = 0; i < size; i++) {
      int member = row.applyAsInt(i);
      int at = group.applyAsInt(member);
      if (at >= 0) {
        members[next[at]++] = member;
      }
    }
    sorted = size;
    seen = size;
    Arrays.fill(last, 0);
    Arrays.fill(since, 0);
  }

  private int sorted(int at) {
    return at + 1 < start.length ? start[at + 1] - start[at] : 0;
  }

  /** How many rows a group has. */
  int size(int at) {
    return sorted(at) + (at < since.length ? since[at] : 0);
  }

  /** A row of a group, by its place in it. */
  int get(int at, int index) {
    int old = sorted(at);
    if (index < old) {
      return members[start[at] + index];
    }
    int place = last[at];
    for (int back = since[at] - 1 - (index - old); back > 0; back--) {
      place = previous[place - 1];
    }
    return row.applyAsInt(sorted + place - 1);
  }

  /** How many rows the largest group has. */
  int largest() {
    return largest;
  }
}
