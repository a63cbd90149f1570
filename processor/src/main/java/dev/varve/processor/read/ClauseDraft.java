package dev.varve.processor.read;

import dev.varve.processor.Place;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Dialect;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.change.Agreements;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an annotation, or all of them, say about the past, while it is being read. */
final class ClauseDraft {
  final Map<QualifiedName, List<String>> renamedTables = new HashMap<>();
  final Map<ColumnName, List<String>> renamedColumns = new HashMap<>();
  final Map<String, Map<String, String>> renamedValues = new HashMap<>();
  final Set<String> removedTables = new HashSet<>();
  final Set<ColumnName> removedColumns = new HashSet<>();
  final Map<String, Map<String, String>> removedValues = new HashMap<>();
  final Map<ColumnName, Sql> backfills = new HashMap<>();
  final Map<ColumnName, String> irreversible = new HashMap<>();
  final Map<ColumnName, String> enums = new HashMap<>();

  /** Adds all that another says. */
  void add(Agreements other) {
    other.renamedTables().forEach((table, names) -> addNames(renamedTables, table, names));
    other.renamedColumns().forEach((column, names) -> addNames(renamedColumns, column, names));
    other.renamedValues().forEach((type, values) -> addValues(renamedValues, type, values));
    removedTables.addAll(other.removedTables());
    removedColumns.addAll(other.removedColumns());
    other.removedValues().forEach((type, values) -> addValues(removedValues, type, values));
    other.backfills().forEach(this::addBackfill);
    irreversible.putAll(other.irreversible());
    enums.putAll(other.enums());
  }

  /** Several annotations may have a say in one name. */
  private static <T> void addNames(Map<T, List<String>> all, T subject, List<String> names) {
    Set<String> joined = new LinkedHashSet<>(all.getOrDefault(subject, List.of()));
    joined.addAll(names);
    all.put(subject, List.copyOf(joined));
  }

  private static void addValues(
      Map<String, Map<String, String>> all, String type, Map<String, String> values) {
    all.computeIfAbsent(type, any -> new HashMap<>()).putAll(values);
  }

  /** Each dialect may have an annotation of its own. */
  private void addBackfill(ColumnName column, Sql sql) {
    Sql before = backfills.get(column);
    if (before == null) {
      backfills.put(column, sql);
    } else {
      Map<Dialect, String> both = new HashMap<>(before.byDialect());
      both.putAll(sql.byDialect());
      backfills.put(column, new Sql(both));
    }
  }

  Agreements agreements() {
    return new Agreements(
        renamedTables,
        renamedColumns,
        renamedValues,
        removedTables,
        removedColumns,
        removedValues,
        backfills,
        irreversible,
        enums);
  }

  Clause clause(Place place, String display) {
    return new Clause(place, display, agreements());
  }
}
