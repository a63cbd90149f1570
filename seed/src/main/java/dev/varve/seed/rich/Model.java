package dev.varve.seed.rich;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a plan may touch, and what follows from their foreign keys: the order in which
 * rows can be sent, and where paths meet.
 *
 * <p>A table has a number here. A table's <em>reach</em> is every table that its foreign keys lead
 * to, however far.
 */
final class Model {
  final List<PlanTable> tables = new ArrayList<>();
  private final Map<PlanTable, Integer> ids = new IdentityHashMap<>();
  private final List<BitSet> reach = new ArrayList<>();
  private final List<BitSet> shared = new ArrayList<>();
  private final List<int[]> drawn = new ArrayList<>();
  private int[] rank = new int[0];

  Model(Collection<PlanTable> some) {
    some.forEach(this::add);
    for (PlanTable table : tables) {
      reach.add(reach(table));
    }
    for (PlanTable table : tables) {
      shared.add(shared(table));
      drawn.add(drawn(table));
    }
    rank();
  }

  private void add(PlanTable first) {
    Deque<PlanTable> todo = new ArrayDeque<>(List.of(first));
    while (!todo.isEmpty()) {
      PlanTable table = todo.remove();
      if (ids.putIfAbsent(table, tables.size()) == null) {
        tables.add(table);
        table.relations().forEach(relation -> todo.add(relation.target()));
        table.junctions().forEach(junction -> todo.add(junction.target()));
      }
    }
  }

  int id(PlanTable table) {
    Integer id = ids.get(table);
    if (id == null) {
      throw new IllegalArgumentException(table + " is not of this database");
    }
    return id;
  }

  private BitSet reach(PlanTable table) {
    BitSet all = new BitSet();
    Deque<PlanTable> todo = new ArrayDeque<>(List.of(table));
    while (!todo.isEmpty()) {
      for (PlanRelation relation : todo.remove().foreignKeys) {
        if (!all.get(id(relation.target()))) {
          all.set(id(relation.target()));
          todo.add(relation.target());
        }
      }
    }
    return all;
  }

  /** Whether the foreign keys of {@code from} lead to {@code to}. */
  boolean reaches(PlanTable from, PlanTable to) {
    return reach.get(id(from)).get(id(to));
  }

  /** What a relation leads to, its target included. */
  private BitSet closure(PlanTable target) {
    BitSet all = (BitSet) reach.get(id(target)).clone();
    all.set(id(target));
    return all;
  }

  /**
   * The tables that two paths from one row lead to: they lead to one row. But two relations
   * straight to one table may lead to two.
   */
  private BitSet shared(PlanTable table) {
    BitSet once = new BitSet();
    BitSet twice = new BitSet();
    List<PlanTable> ends = new ArrayList<>();
    table.relations().forEach(relation -> ends.add(relation.target()));
    for (PlanJunction junction : table.manyToMany) {
      ends.add(junction.target());
      ends.add(table);
    }
    BitSet deep = new BitSet();
    BitSet back = new BitSet();
    for (PlanTable end : ends) {
      BitSet all = closure(end);
      back.set(id(table), back.get(id(table)) || end != table && all.get(id(table)));
      BitSet both = (BitSet) all.clone();
      both.and(once);
      twice.or(both);
      once.or(all);
      deep.or(reach.get(id(end)));
    }
    twice.and(deep);
    twice.or(back);
    return twice;
  }

  /** Whether what a relation leads to leads back. */
  boolean isCyclic(PlanTable table, PlanRelation relation) {
    return relation.target() != table && reaches(relation.target(), table);
  }

  /** Whether paths that begin at {@code table} meet somewhere. */
  boolean meets(PlanTable table) {
    return !shared.get(id(table)).isEmpty();
  }

  /** Whether it must be remembered to which row each row of {@code table} refers. */
  boolean isRemembered(PlanTable table, PlanRelation relation) {
    BitSet beyond = closure(relation.target());
    for (PlanTable from : tables) {
      boolean leads = from == table || reaches(from, table);
      for (PlanJunction junction : from.manyToMany) {
        leads |= junction.target() == table || reaches(junction.target(), table);
      }
      if (leads && shared.get(id(from)).intersects(beyond)) {
        return true;
      }
    }
    return false;
  }

  /** The relations in the order to be drawn: those that must be first, and of these the deepest. */
  int[] order(PlanTable table) {
    return drawn.get(id(table));
  }

  private int[] drawn(PlanTable table) {
    Comparator<PlanRelation> order = Comparator.comparing(relation -> !relation.required());
    return table.relations().stream()
        .sorted(order.thenComparing(relation -> -closure(relation.target()).cardinality()))
        .mapToInt(PlanRelation::index)
        .toArray();
  }

  /** The relations that lead from one table to another above it, the shortest way; null if none. */
  int @Nullable [] path(PlanTable from, int to) {
    Map<PlanTable, int[]> paths = new IdentityHashMap<>();
    Deque<PlanTable> todo = new ArrayDeque<>(List.of(from));
    paths.put(from, new int[0]);
    while (!todo.isEmpty()) {
      PlanTable table = todo.remove();
      int[] path = Objects.requireNonNull(paths.get(table));
      for (int index : order(table)) {
        PlanTable target = table.foreignKeys[index].target();
        int[] longer = java.util.Arrays.copyOf(path, path.length + 1);
        longer[path.length] = index;
        if (id(target) == to) {
          return longer;
        }
        if (paths.putIfAbsent(target, longer) == null) {
          todo.add(target);
        }
      }
    }
    return null;
  }

  /** A table's place in the order of sending. */
  int rank(PlanTable table) {
    return rank[id(table)];
  }

  /** Parents first; in a cycle, first what may wait for a parent or have none. */
  private void rank() {
    rank = new int[tables.size()];
    List<PlanTable> left = new ArrayList<>(tables);
    for (int next = 0; !left.isEmpty(); next++) {
      PlanTable ready = ready(left);
      rank[id(ready)] = next;
      left.remove(ready);
    }
  }

  private static PlanTable ready(List<PlanTable> left) {
    PlanTable best = left.get(0);
    int least = Integer.MAX_VALUE;
    for (PlanTable table : left) {
      int missing = 0;
      for (PlanRelation relation : table.foreignKeys) {
        if (relation.target() != table && left.contains(relation.target())) {
          missing += relation.deferrable() ? 1 : relation.required() ? 1_000_000 : 1_000;
        }
      }
      if (missing < least) {
        best = table;
        least = missing;
      }
    }
    return best;
  }
}
