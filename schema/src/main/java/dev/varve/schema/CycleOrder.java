package dev.varve.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The order of tables that refer to each other in a cycle. No order satisfies all of their foreign
 * keys; this one takes next, each time, the table with the fewest keys that a row can't be inserted
 * without, then with the fewest other keys, then the first by name. So wherever a cycle can be
 * broken at a key that may be null or is checked at commit, it's broken there.
 */
final class CycleOrder {
  private final List<Table> tables;
  private final int[][] targets;
  private final boolean[][] required;
  private final int[] requiredLeft;
  private final int[] othersLeft;

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
    this.required = required;
    requiredLeft = new int[tables.size()];
    othersLeft = new int[tables.size()];
  }

  /** The tables of one cycle, given by their positions, in order. */
  List<Table> of(int[] component) {
    List<List<int[]>> referrers = referrers(component);
    TreeSet<Integer> waiting =
        new TreeSet<>(
            Comparator.<Integer>comparingInt(node -> requiredLeft[node])
                .thenComparingInt(node -> othersLeft[node])
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

  private void satisfy(int[] key, TreeSet<Integer> waiting) {
    int node = key[0];
    boolean waits = waiting.remove(node);
    left(node, key[1])[node]--;
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
          left(node, edge)[node]++;
        }
      }
    }
    return referrers;
  }

  private int[] left(int node, int edge) {
    return required[node][edge] ? requiredLeft : othersLeft;
  }
}
