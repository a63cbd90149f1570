package dev.varve.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which tables can be created and filled: each after those that it refers to.
 *
 * <p>Tables that refer to each other in a cycle have no such order. They stand together, and the
 * foreign keys that lead to a later table {@linkplain #closesCycle close the cycle}: they're
 * created after all tables. Where there is a choice, these are keys that may be null or are
 * deferrable, so that rows can be inserted. The order depends on the tables alone, and is found in
 * time linear to tables and foreign keys but for the tables of cycles.
 */
public final class DependencyOrder {
  private final List<List<Table>> components;
  private final List<Table> tables;
  private final Map<QualifiedName, Integer> positions;

  private DependencyOrder(
      List<List<Table>> components, List<Table> tables, Map<QualifiedName, Integer> positions) {
    this.components = components;
    this.tables = tables;
    this.positions = positions;
  }

  /** The order of a schema's tables. A foreign key to a table that isn't among them counts not. */
  public static DependencyOrder of(Schema schema) {
    List<Table> byName = schema.tables();
    Map<QualifiedName, Integer> nodes = positions(byName);
    int[][] targets = new int[byName.size()][];
    boolean[][] required = new boolean[byName.size()][];
    for (int node = 0; node < targets.length; node++) {
      readKeys(byName.get(node), nodes, node, targets, required);
    }
    List<int[]> found = StronglyConnected.of(targets);
    CycleOrder cycles =
        found.size() == targets.length ? null : new CycleOrder(byName, targets, required);
    List<List<Table>> components = new ArrayList<>(found.size());
    List<Table> tables = new ArrayList<>(byName.size());
    for (int[] component : found) {
      List<Table> ordered =
          cycles == null || component.length == 1
              ? List.of(byName.get(component[0]))
              : List.copyOf(cycles.of(component));
      components.add(ordered);
      tables.addAll(ordered);
    }
    return new DependencyOrder(List.copyOf(components), List.copyOf(tables), positions(tables));
  }

  private static Map<QualifiedName, Integer> positions(List<Table> tables) {
    Map<QualifiedName, Integer> positions = new HashMap<>(tables.size() * 2);
    for (int i = 0; i < tables.size(); i++) {
      positions.put(tables.get(i).name(), i);
    }
    return positions;
  }

  private static void readKeys(
      Table table,
      Map<QualifiedName, Integer> nodes,
      int node,
      int[][] targets,
      boolean[][] required) {
    List<ForeignKey> keys = table.foreignKeys();
    targets[node] = new int[keys.size()];
    required[node] = new boolean[keys.size()];
    for (int edge = 0; edge < keys.size(); edge++) {
      ForeignKey key = keys.get(edge);
      Integer target = nodes.get(key.target());
      targets[node][edge] = target == null ? node : target;
      required[node][edge] = isRequired(table, key);
    }
  }

  /**
   * Whether a row can be inserted only after the row that {@code key} refers to: it is checked at
   * once, and none of its columns may be null.
   */
  public static boolean isRequired(Table table, ForeignKey key) {
    if (key.deferrable()) {
      return false;
    }
    for (String name : key.columns()) {
      if (table.column(name).map(Column::nullable).orElse(false)) {
        return false;
      }
    }
    return true;
  }

  /** All tables, each after those that it refers to by keys that don't close a cycle. */
  public List<Table> tables() {
    return tables;
  }

  /** {@link #tables()} in groups: a table by itself, or all tables of connected cycles. */
  public List<List<Table>> components() {
    return components;
  }

  /** Whether {@code key} leads from {@code table} to one that comes later in the order. */
  public boolean closesCycle(Table table, ForeignKey key) {
    Integer target = positions.get(key.target());
    Integer own = positions.get(table.name());
    return target != null && own != null && target > own;
  }
}
