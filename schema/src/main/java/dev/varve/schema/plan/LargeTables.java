package dev.varve.schema.plan;

import dev.varve.schema.Constraint;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.plan.Statement.Batches;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables whose rows get values in batches: those that are said to be large, and that can be
 * gone through by a primary key that is the same before, meanwhile and afterwards.
 */
final class LargeTables {
  /**
   * With more rows than this, one statement may keep others waiting for seconds: docs/benchmarks.md
   * measures it.
   */
  static final long MANY_ROWS = 100_000;

  private final Map<QualifiedName, List<String>> keys = new HashMap<>();

  /**
   * @param before the tables after all renames, with their former keys
   * @param present the model, which says how many rows there are
   * @param steps all that is done
   */
  LargeTables(Schema before, Schema present, List<Step> steps) {
    Map<QualifiedName, List<String>> former = new HashMap<>();
    for (Table table : before.tables()) {
      former.put(table.name(), table.primaryKey().columns());
    }
    Set<QualifiedName> otherKey = otherKey(steps);
    for (Table table : present.tables()) {
      List<String> key = table.primaryKey().columns();
      if (table.rows() > MANY_ROWS
          && !key.isEmpty()
          && key.equals(former.get(table.name()))
          && !otherKey.contains(table.name())) {
        keys.put(table.name(), key);
      }
    }
  }

  /** The tables that have no primary key for a while. */
  private static Set<QualifiedName> otherKey(List<Step> steps) {
    Set<QualifiedName> tables = new HashSet<>();
    for (Step step : steps) {
      for (Change change : step.changes()) {
        if (change instanceof DropConstraint drop && isPrimary(drop.constraint())) {
          tables.add(drop.table());
        } else if (change instanceof AddConstraint add && isPrimary(add.constraint())) {
          tables.add(add.table());
        }
      }
    }
    return tables;
  }

  private static boolean isPrimary(Constraint constraint) {
    return constraint instanceof PrimaryKey;
  }

  /** An update of a column, in batches if the table is large. */
  Statement update(String comment, QualifiedName table, String column, String sql) {
    List<String> key = keys.get(table);
    return key == null || key.contains(column)
        ? new Statement(comment, sql)
        : new Statement(comment, Optional.of(new Batches(table, key)), sql);
  }
}
