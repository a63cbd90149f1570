package dev.varve.bench.plan;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.change.Agreements;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the annotations say, being collected. */
final class Said {
  private final Map<QualifiedName, List<String>> tables = new HashMap<>();
  private final Map<ColumnName, List<String>> columns = new HashMap<>();
  private final Set<String> removedTables = new HashSet<>();
  private final Set<ColumnName> removed = new HashSet<>();
  private final Map<ColumnName, Sql> backfills = new HashMap<>();

  void renamed(QualifiedName former, QualifiedName present) {
    tables.put(present, List.of(former.name()));
  }

  void renamed(QualifiedName table, String former, String present) {
    columns.put(new ColumnName(table, present), List.of(former));
  }

  void removed(QualifiedName table) {
    removedTables.add(table.name());
  }

  void removed(QualifiedName table, String column) {
    removed.add(new ColumnName(table, column));
  }

  void backfill(QualifiedName table, String column, String expression) {
    backfills.put(new ColumnName(table, column), Sql.of(expression));
  }

  Agreements agreements() {
    return new Agreements(
        tables, columns, Map.of(), removedTables, removed, Map.of(), backfills, Map.of(), Map.of());
  }
}
