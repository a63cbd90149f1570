package dev.varve.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strongly connected components of a graph by Tarjan's algorithm (<a
 * href="https://doi.org/10.1137/0201010">Depth-First Search and Linear Graph Algorithms</a>, 1972),
 * in time linear to nodes and edges, and without recursion: a chain of tables may be long.
 */
final class StronglyConnected {
  private final int[][] targets;
  private final int[] found;
  private final int[] low;
  private final int[] nextEdge;
  private final boolean[] open;
  private final int[] path;
  private final int[] pending;
  private final List<int[]> components = new ArrayList<>();
  private int pendingSize;
  private int count;

  private StronglyConnected(int[][] targets) {
    this.targets = targets;
    found = new int[targets.length];
    low = new int[targets.length];
    nextEdge = new int[targets.length];
    open = new boolean[targets.length];
    path = new int[targets.length];
    pending = new int[targets.length];
  }

  /**
   * The components of a graph, each after those that it leads to.
   *
   * @param targets for each node those that its edges lead to
   */
  static List<int[]> of(int[][] targets) {
    StronglyConnected search = new StronglyConnected(targets);
    for (int node = 0; node < targets.length; node++) {
      if (search.found[node] == 0) {
        search.searchFrom(node);
      }
    }
    return search.components;
  }

  private void searchFrom(int root) {
    int depth = 0;
    path[0] = root;
    enter(root);
    while (depth >= 0) {
      int node = path[depth];
      if (nextEdge[node] < targets[node].length) {
        int target = targets[node][nextEdge[node]++];
        if (found[target] == 0) {
          path[++depth] = target;
          enter(target);
        } else if (open[target]) {
          low[node] = Math.min(low[node], found[target]);
        }
      } else {
        depth--;
        leave(node);
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
  }

  private void enter(int node) {
    count++;
    found[node] = count;
    low[node] = count;
    open[node] = true;
    pending[pendingSize++] = node;
  }

  private void leave(int node) {
    if (low[node] != found[node]) {
      return;
    }
    int end = pendingSize;
    do {
      pendingSize--;
      open[pending[pendingSize]] = false;
    } while (pending[pendingSize] != node);
    components.add(Arrays.copyOfRange(pending, pendingSize, end));
  }
}
