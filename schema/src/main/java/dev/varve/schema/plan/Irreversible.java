package dev.varve.schema.plan;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.change.Evolution;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Why a migration must not be taken back. */
final class Irreversible {
  private Irreversible() {}

  /** The reasons that are given for what changes; empty: there are none. */
  static Optional<String> reason(
      Evolution evolution, Collection<SqliteTable> changed, Collection<Table> created) {
    if (evolution.irreversible().isEmpty()) {
      return Optional.empty();
    }
    TreeSet<String> reasons = new TreeSet<>();
    for (Table table : created) {
      add(reasons, evolution, table.name(), "");
    }
    for (SqliteTable table : changed) {
      QualifiedName name = table.after().name();
      add(reasons, evolution, name, "");
      for (SqliteColumn column : table.columns()) {
        if (column.isNew() || column.isFilled() || column.isRedefined()) {
          add(reasons, evolution, name, column.to().name());
        }
      }
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private static void add(
      TreeSet<String> reasons, Evolution evolution, QualifiedName table, String column) {
    String reason = evolution.irreversible().get(new ColumnName(table, column));
    if (reason != null) {
      reasons.add(reason);
    }
  }
}
