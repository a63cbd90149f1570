package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Constraint;
import dev.varve.schema.Dialect;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.ValueSource.Given;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.CreateTable;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropIndex;
import dev.varve.schema.change.Change.DropTable;
import dev.varve.schema.sql.Mentions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What all steps together come to: what is new, what goes, and what is away for a while only. */
final class StepResult {
  private final Set<QualifiedName> newTables = new HashSet<>();
  private final Set<ColumnName> newColumns = new HashSet<>();

  /** New columns in which existing rows have no value. */
  private final Set<ColumnName> empty = new HashSet<>();

  private final Set<ColumnName> filled = new HashSet<>();
  private final Set<QualifiedName> goneTables = new HashSet<>();
  private final Set<ColumnName> goneColumns = new HashSet<>();
  private final Set<OfTable> dropped = new HashSet<>();
  private final Set<OfTable> added = new HashSet<>();

  /** A constraint or an index. */
  private record OfTable(QualifiedName table, Object element) {}

  private StepResult() {}

  static StepResult of(List<Step> steps) {
    StepResult result = new StepResult();
    for (Step step : steps) {
      step.changes().forEach(result::learn);
    }
    return result;
  }

  private void learn(Change change) {
    if (change instanceof CreateTable create) {
      newTables.add(create.table());
    } else if (change instanceof DropTable drop) {
      goneTables.add(drop.table());
    } else if (change instanceof DropColumn drop) {
      goneColumns.add(new ColumnName(drop.table(), drop.column().name()));
    } else if (change instanceof AddColumn add) {
      added(add);
    } else if (change instanceof AlterColumn alter && Columns.isGiven(alter.fill())) {
      filled.add(new ColumnName(alter.table(), alter.to().name()));
      empty.remove(new ColumnName(alter.table(), alter.to().name()));
    } else if (change instanceof AddConstraint add) {
      added.add(new OfTable(add.table(), add.constraint()));
    } else if (change instanceof DropConstraint drop) {
      dropped.add(new OfTable(drop.table(), drop.constraint()));
    } else if (change instanceof AddIndex add) {
      added.add(new OfTable(add.table(), add.index()));
    } else if (change instanceof DropIndex drop) {
      dropped.add(new OfTable(drop.table(), drop.index()));
    }
  }

  private void added(AddColumn change) {
    ColumnName name = new ColumnName(change.table(), change.column().name());
    newColumns.add(name);
    if (Columns.isGiven(change.fill())) {
      filled.add(name);
    } else if (change.column().source() instanceof Given) {
      empty.add(name);
    }
  }

  boolean isNew(QualifiedName table) {
    return newTables.contains(table);
  }

  boolean isNew(ColumnName column) {
    return newColumns.contains(column);
  }

  /** Whether a column is new, and existing rows have no value in it. */
  boolean isEmpty(ColumnName column) {
    return empty.contains(column);
  }

  /** Whether rows get values in a column. */
  boolean isFilled(ColumnName column) {
    return filled.contains(column);
  }

  /** Whether a constraint that is added was there before. */
  boolean wasThere(QualifiedName table, Constraint constraint) {
    return dropped.contains(new OfTable(table, constraint));
  }

  /** Whether an index that is added was there before. */
  boolean wasThere(QualifiedName table, Index index) {
    return dropped.contains(new OfTable(table, index));
  }

  /** Whether a constraint that is dropped comes back. */
  boolean comesBack(QualifiedName table, Constraint constraint) {
    return added.contains(new OfTable(table, constraint));
  }

  /** Whether a constraint goes with something that it is about. */
  boolean goesAlong(QualifiedName table, Constraint constraint) {
    if (goneTables.contains(table)) {
      return true;
    }
    if (constraint instanceof ForeignKey key) {
      boolean columnGone = false;
      for (String column : key.columns()) {
        columnGone |= goneColumns.contains(new ColumnName(table, column));
      }
      return columnGone || goneTables.contains(key.target());
    }
    return constraint instanceof Check check && mentionsGone(table, check);
  }

  private boolean mentionsGone(QualifiedName table, Check check) {
    for (ColumnName column : goneColumns) {
      if (column.table().equals(table) && Mentions.of(check, column.column(), Dialect.POSTGRESQL)) {
        return true;
      }
    }
    return false;
  }
}
