package dev.varve.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The order of tables that refer to each other in a cycle. No order satisfies all of their foreign
 * keys; this one takes next, each time, the table that leaves the fewest unsatisfied, counted by
 * rank and then by name. So where a cycle has a key that rows can do without at first, it is broken
 * there.
 */
final class CycleOrder {
  /** Keys that a row needs and that are on no cycle of such keys: always satisfied. */
  private static final int NEEDED = 0;

  /** Keys that a row needs, on a cycle of such keys: one of them can't be satisfied. */
  private static final int NEEDED_IN_CYCLE = 1;

  /** Keys that a row can do without at first. */
  private static final int OPTIONAL = 2;

  private final List<Table> tables;
  private final int[][] targets;
  private final int[][] ranks;
  private final int[][] left;

  /**
   * Prepares the order of some tables.
   *
   * @param tables all tables
   * @param targets for each of them, those that its foreign keys lead to
   * @param required for each of these keys whether a row needs its target first
   */
  CycleOrder(List<Table> tables, int[][] targets, boolean[][] required) {
    this.tables = tables;
    this.targets = targets;
    ranks = ranks(targets, required);
    left = new int[OPTIONAL + 1][tables.size()];
  }

  private static int[][] ranks(int[][] targets, boolean[][] required) {
    int[] cycle = cyclesOfRequired(targets, required);
    int[][] ranks = new int[targets.length][];
    for (int node = 0; node < targets.length; node++) {
      ranks[node] = new int[targets[node].length];
      for (int edge = 0; edge < targets[node].length; edge++) {
        boolean within = cycle[node] == cycle[targets[node][edge]];
        ranks[node][edge] = !required[node][edge] ? OPTIONAL : within ? NEEDED_IN_CYCLE : NEEDED;
      }
    }
    return ranks;
  }

  /** For each node the number of its component in the graph of required keys. */
  private static int[] cyclesOfRequired(int[][] targets, boolean[][] required) {
    int[][] needed = new int[targets.length][];
    for (int node = 0; node < targets.length; node++) {
      needed[node] = new int[targets[node].length];
      for (int edge = 0; edge < targets[node].length; edge++) {
        needed[node][edge] = required[node][edge] ? targets[node][edge] : node;
      }
    }
    int[] component = new int[targets.length];
    int count = 0;
    for (int[] nodes : StronglyConnected.of(needed)) {
      for (int node : nodes) {
        component[node] = count;
      }
      count++;
    }
    return component;
  }

  /** The tables of one cycle, given by their positions, in order. */
  List<Table> of(int[] component) {
    List<List<int[]>> referrers = referrers(component);
    TreeSet<Integer> waiting =
        new TreeSet<>(
            Comparator.<Integer>comparingInt(node -> left[NEEDED][node])
                .thenComparingInt(node -> left[NEEDED_IN_CYCLE][node])
                .thenComparingInt(node -> left[OPTIONAL][node])
                .thenComparingInt(node -> node));
    for (int node : component) {
      waiting.add(node);
    }
    List<Table> order = new ArrayList<>(component.length);
    while (!waiting.isEmpty()) {
      int node = waiting.pollFirst();
      order.add(tables.get(node));
      for (int[] key : referrers.get(Arrays.binarySearch(component, node))) {
        satisfy(key, waiting);
      }
    }
    return order;
  }

  /** Counts a key, {node, edge}, as satisfied. A node in the set must leave it to change. */
  private void satisfy(int[] key, TreeSet<Integer> waiting) {
    int node = key[0];
    boolean waits = waiting.remove(node);
    left[ranks[node][key[1]]][node]--;
    if (waits) {
      waiting.add(node);
    }
  }

  /** For each node of the component the keys {node, edge} that lead to it; sorts the component. */
  private List<List<int[]>> referrers(int[] component) {
    Arrays.sort(component);
    List<List<int[]>> referrers = new ArrayList<>(component.length);
    for (int i = 0; i < component.length; i++) {
      referrers.add(new ArrayList<>());
    }
    for (int node : component) {
      for (int edge = 0; edge < targets[node].length; edge++) {
        int target = Arrays.binarySearch(component, targets[node][edge]);
        if (target >= 0 && targets[node][edge] != node) {
          referrers.get(target).add(new int[] {node, edge});
          left[ranks[node][edge]][node]++;
        }
      }
    }
    return referrers;
  }
}
