package dev.varve.schema.change;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which agreements have an effect, or are a question; the others are spent. */
final class Uses {
  final Set<QualifiedName> renamedTables = new HashSet<>();
  final Set<ColumnName> renamedColumns = new HashSet<>();
  final Set<String> removedTables = new HashSet<>();
  final Set<ColumnName> removedColumns = new HashSet<>();
  final Set<ColumnName> backfills = new HashSet<>();
  private final Map<String, Set<String>> renamedValues = new HashMap<>();
  private final Map<String, Set<String>> removedValues = new HashMap<>();

  /** What is said of an enum's constants had that effect. */
  void words(String enumType, WordChange change) {
    renamedValues
        .computeIfAbsent(enumType, type -> new HashSet<>())
        .addAll(change.renamed().values());
    removedValues.computeIfAbsent(enumType, type -> new HashSet<>()).addAll(change.agreed());
  }

  /** What is agreed but has no effect. */
  Agreements spent(Agreements agreed) {
    Map<QualifiedName, List<String>> tables = new HashMap<>(agreed.renamedTables());
    tables.keySet().removeAll(renamedTables);
    Map<ColumnName, List<String>> columns = new HashMap<>(agreed.renamedColumns());
    columns.keySet().removeAll(renamedColumns);
    Set<String> goneTables = new HashSet<>(agreed.removedTables());
    goneTables.removeAll(removedTables);
    Set<ColumnName> goneColumns = new HashSet<>(agreed.removedColumns());
    goneColumns.removeAll(removedColumns);
    Map<ColumnName, Sql> fills = new HashMap<>(agreed.backfills());
    fills.keySet().removeAll(backfills);
    return new Agreements(
        tables,
        columns,
        spent(agreed.renamedValues(), renamedValues),
        goneTables,
        goneColumns,
        spent(agreed.removedValues(), removedValues),
        fills,
        Map.of(),
        Map.of());
  }

  private static Map<String, Map<String, String>> spent(
      Map<String, Map<String, String>> agreed, Map<String, Set<String>> used) {
    Map<String, Map<String, String>> spent = new HashMap<>();
    for (Map.Entry<String, Map<String, String>> one : agreed.entrySet()) {
      Map<String, String> values = new HashMap<>(one.getValue());
      values.keySet().removeAll(used.getOrDefault(one.getKey(), Set.of()));
      if (!values.isEmpty()) {
        spent.put(one.getKey(), values);
      }
    }
    return spent;
  }
}
