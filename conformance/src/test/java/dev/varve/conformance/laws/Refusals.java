package dev.varve.conformance.laws;

import java.sql.SQLException;

/** Ways back that fail because of the rows, and are documented to do so. */
final class Refusals {
  private Refusals() {}

  /**
   * Whether {@code e} may come of the way back: what was dropped comes back with a value that means
   * nothing, which a unique constraint, a foreign key or a CHECK doesn't take.
   */
  static boolean mayBe(Pair pair, SQLException e) {
    return isConstraint(e) && (losesRequiredValues(pair) || losesTargets(pair));
  }

  /** Whether rows refer to a table that's gone: it comes back without its rows. */
  private static boolean losesTargets(Pair pair) {
    for (TableSketch former : pair.from().tables.values()) {
      TableSketch present = pair.to().tables.get(former.id);
      for (Parts.Reference reference : former.references) {
        if (present != null
            && !pair.to().tables.containsKey(reference.target())
            && reference.columns().stream().allMatch(present::has)) {
          return true;
        }
      }
    }
    return false;
  }

  /** SQLite has no other way to fail with a message than to be asked for something impossible. */
  private static boolean isConversion(SQLException e) {
    return e.getMessage().contains("bad JSON path");
  }

  /** Whether it is about rows. */
  static boolean isConstraint(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("23") || state.startsWith("22"))
        || e.getMessage().contains("SQLITE_CONSTRAINT")
        || e.getMessage().contains("rows that point nowhere")
        || isConversion(e);
  }

  /** Whether a column that must have a value, and rules for it, is lost on the way there. */
  private static boolean losesRequiredValues(Pair pair) {
    for (TableSketch former : pair.from().tables.values()) {
      TableSketch present = pair.to().tables.get(former.id);
      for (ColumnSketch column : former.columns) {
        if (present != null
            && (isConverted(column, present)
                || (isGone(column, present) || isFilled(column, present))
                    && hasRules(former, column))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isGone(ColumnSketch column, TableSketch present) {
    boolean isThere = present.has(column.id) && !present.column(column.id).isComputed();
    return !isThere && !column.isComputed();
  }

  /** Whether rows that had nothing in it have something now, and keep it. */
  private static boolean isFilled(ColumnSketch column, TableSketch present) {
    return present.has(column.id) && column.nullable && !present.column(column.id).nullable;
  }

  /** Whether it takes another type by an expression, which nobody knows how to undo. */
  private static boolean isConverted(ColumnSketch column, TableSketch present) {
    return present.has(column.id)
        && !present.column(column.id).type.equals(column.type)
        && present.column(column.id).backfill != null;
  }

  private static boolean hasRules(TableSketch table, ColumnSketch column) {
    return table.isUnique(column.id)
        || table.reference(column.id) != null
        || column.sqlType.size() > 0
        || table.checks.stream().anyMatch(check -> check.condition().columns().contains(column.id));
  }
}
