package dev.varve.schema.plan;

import dev.varve.schema.ColumnName;
import dev.varve.schema.Constraint;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Evolution;
import dev.varve.schema.change.Fill;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns in which rows get a value that a person wrote, and in which they have to differ already.
 * A key that comes with the change is told of by itself.
 */
final class FilledKeys {
  private final Set<ColumnName> columns = new HashSet<>();

  FilledKeys(Evolution evolution, Dialect dialect) {
    if (evolution.fills().isEmpty()) {
      return;
    }
    for (Table table : evolution.to().tables()) {
      for (String column : keys(table, evolution.changes())) {
        ColumnName name = new ColumnName(table.name(), column);
        if (evolution.fills().get(name) instanceof Fill.Computed fill
            && fill.expression().in(dialect).isPresent()) {
          columns.add(name);
        }
      }
    }
  }

  boolean contains(ColumnName column) {
    return columns.contains(column);
  }

  /** The columns of all keys that the table has already. */
  private static List<String> keys(Table table, List<Change> changes) {
    List<String> columns = new ArrayList<>();
    if (!isAdded(table.name(), table.primaryKey(), changes)) {
      columns.addAll(table.primaryKey().columns());
    }
    for (UniqueKey key : table.uniqueKeys()) {
      if (!isAdded(table.name(), key, changes)) {
        columns.addAll(key.columns());
      }
    }
    for (Index index : table.indexes()) {
      if (index.unique() && !changes.contains(new AddIndex(table.name(), index))) {
        for (Index.Part part : index.parts()) {
          if (part instanceof ColumnPart named) {
            columns.add(named.name());
          }
        }
      }
    }
    return columns;
  }

  private static boolean isAdded(QualifiedName table, Constraint key, List<Change> changes) {
    return changes.contains(new AddConstraint(table, key));
  }
}
