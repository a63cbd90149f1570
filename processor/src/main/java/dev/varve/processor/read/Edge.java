package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A relation without which a record or row can't exist.
 *
 * @param from the record or table that refers
 * @param to what it refers to
 * @param relation what says so; empty: a table that is kept
 */
record Edge(String from, String to, Optional<DraftRelation> relation) {
  Edge(String from, String to, DraftRelation relation) {
    this(from, to, Optional.of(relation));
  }

  /** Adds an edge to those that start where it does. */
  static void add(Map<String, List<Edge>> edges, Edge edge) {
    edges.computeIfAbsent(edge.from(), any -> new ArrayList<>(2)).add(edge);
  }
}
