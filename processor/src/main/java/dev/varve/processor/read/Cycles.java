package dev.varve.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds cycles in a graph, of any length, without recursion. */
final class Cycles {
  private final Map<String, List<Edge>> edges = new TreeMap<>();

  private Cycles(Map<String, List<Edge>> edges) {
    for (Map.Entry<String, List<Edge>> entry : edges.entrySet()) {
      this.edges.put(entry.getKey(), new ArrayList<>(entry.getValue()));
    }
  }

  /** Cycles that together break when one edge of each, the first, is removed. */
  static List<List<Edge>> in(Map<String, List<Edge>> edges) {
    Cycles graph = new Cycles(edges);
    List<List<Edge>> cycles = new ArrayList<>();
    graph.removeLoose();
    while (!graph.edges.isEmpty()) {
      List<Edge> cycle = graph.walk();
      cycles.add(cycle);
      Edge first = cycle.get(0);
      graph.edges.get(first.from()).remove(first);
      graph.removeLoose();
    }
    return cycles;
  }

  /** Removes again and again what leads nowhere; what stays leads into cycles. */
  private void removeLoose() {
    Map<String, List<String>> reverse = new HashMap<>();
    Map<String, Integer> count = new HashMap<>();
    for (List<Edge> list : edges.values()) {
      for (Edge edge : list) {
        reverse.computeIfAbsent(edge.to(), any -> new ArrayList<>()).add(edge.from());
        count.merge(edge.from(), 1, Integer::sum);
      }
    }
    Deque<String> loose = new ArrayDeque<>();
    for (String node : reverse.keySet()) {
      if (!count.containsKey(node)) {
        loose.add(node);
      }
    }
    Set<String> removed = new HashSet<>();
    while (!loose.isEmpty()) {
      String node = loose.remove();
      removed.add(node);
      for (String from : reverse.getOrDefault(node, List.of())) {
        if (count.merge(from, -1, Integer::sum) == 0) {
          loose.add(from);
        }
      }
    }
    for (List<Edge> list : edges.values()) {
      list.removeIf(edge -> removed.contains(edge.to()));
    }
    edges.values().removeIf(List::isEmpty);
  }

  /** Walks from the first node along first edges until one is met again. */
  private List<Edge> walk() {
    String start = edges.keySet().iterator().next();
    Map<String, Integer> met = new HashMap<>();
    List<Edge> path = new ArrayList<>();
    String node = start;
    while (!met.containsKey(node)) {
      met.put(node, path.size());
      Edge edge = edges.get(node).get(0);
      path.add(edge);
      node = edge.to();
    }
    return List.copyOf(path.subList(met.get(node), path.size()));
  }
}
