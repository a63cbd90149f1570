package dev.varve.schema.change;

import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which former table is which present one. */
final class TablePairs {
  final Map<QualifiedName, QualifiedName> renames = new LinkedHashMap<>();
  final List<TablePair> pairs = new ArrayList<>();
  final List<Table> gone = new ArrayList<>();
  final List<Table> added = new ArrayList<>();

  private final Map<QualifiedName, Table> former;
  private final Map<QualifiedName, Table> present;

  private TablePairs(Schema from, Schema to) {
    former = byName(from);
    present = byName(to);
  }

  static TablePairs of(Schema from, Schema to, Agreements agreements) {
    TablePairs found = new TablePairs(from, to);
    found.renames.putAll(found.agreed(new TableNames(from), agreements));
    found.split();
    Map<QualifiedName, QualifiedName> junctions =
        new JunctionTables(found.pairs, found.renames).matches(found.gone, found.added);
    if (!junctions.isEmpty()) {
      found.renames.putAll(junctions);
      found.split();
    }
    return found;
  }

  private static Map<QualifiedName, Table> byName(Schema schema) {
    Map<QualifiedName, Table> byName = new LinkedHashMap<>();
    for (Table table : schema.tables()) {
      byName.put(table.name(), table);
    }
    return byName;
  }

  private Map<QualifiedName, QualifiedName> agreed(TableNames names, Agreements agreements) {
    Map<QualifiedName, List<QualifiedName>> candidates = new LinkedHashMap<>();
    for (QualifiedName table : present.keySet()) {
      List<String> written = agreements.renamedTables().get(table);
      if (written != null) {
        Set<QualifiedName> some = new LinkedHashSet<>();
        for (String name : written) {
          some.addAll(names.of(name, table.schema()));
        }
        candidates.put(table, alikeFirst(table, some));
      }
    }
    return Claims.resolve(candidates, former.keySet(), present.keySet());
  }

  /**
   * A component's former name may be that of another table: a junction table was rather a junction
   * table.
   */
  private List<QualifiedName> alikeFirst(QualifiedName table, Set<QualifiedName> candidates) {
    List<QualifiedName> sorted = new ArrayList<>(candidates);
    boolean junction = TablePair.isJunction(named(present, table));
    sorted.sort(
        Comparator.comparing(
            candidate -> TablePair.isJunction(named(former, candidate)) != junction));
    return sorted;
  }

  private static Table named(Map<QualifiedName, Table> tables, QualifiedName name) {
    return Objects.requireNonNull(tables.get(name));
  }

  private void split() {
    pairs.clear();
    gone.clear();
    added.clear();
    Map<QualifiedName, QualifiedName> back = new LinkedHashMap<>();
    renames.forEach((old, name) -> back.put(name, old));
    for (Table table : present.values()) {
      QualifiedName old = back.get(table.name());
      if (old == null && !renames.containsKey(table.name())) {
        old = table.name();
      }
      Table other = old == null ? null : former.get(old);
      if (other == null) {
        added.add(table);
      } else {
        pairs.add(new TablePair(other, table));
      }
    }
    for (Table table : former.values()) {
      boolean kept = present.containsKey(table.name()) && !back.containsKey(table.name());
      if (!renames.containsKey(table.name()) && !kept) {
        gone.add(table);
      }
    }
  }
}
