package dev.varve.project;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Constraint;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.AddIndex;
import dev.varve.schema.change.Change.CommentTable;
import dev.varve.schema.change.Change.CreateEnum;
import dev.varve.schema.change.Change.CreateSchema;
import dev.varve.schema.change.Change.CreateTable;
import dev.varve.schema.change.Change.DropColumn;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropEnum;
import dev.varve.schema.change.Change.DropIndex;
import dev.varve.schema.change.Change.DropSchema;
import dev.varve.schema.change.Change.DropTable;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameConstraint;
import dev.varve.schema.change.Change.RenameIndex;
import dev.varve.schema.change.Change.RenameTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the changes that a person made from those that only come with them: the foreign key and
 * index of a new column, or the new names of a renamed table's constraints.
 */
final class MainChanges {
  private final Set<ColumnName> columns = new HashSet<>();
  private final Set<QualifiedName> tables = new HashSet<>();
  private boolean renames;
  private boolean tablesChange;

  private MainChanges() {}

  /** The main ones among {@code changes}; all, if there is none. */
  static List<Change> of(List<Change> changes) {
    MainChanges seen = new MainChanges();
    changes.forEach(seen::note);
    List<Change> main = new ArrayList<>();
    for (Change change : changes) {
      if (!seen.comesAlong(change)) {
        main.add(change);
      }
    }
    return main.isEmpty() ? changes : main;
  }

  private void note(Change change) {
    if (change instanceof AddColumn added) {
      note(added.table(), added.column());
    } else if (change instanceof DropColumn dropped) {
      note(dropped.table(), dropped.column());
    } else if (change instanceof CreateTable || change instanceof DropTable) {
      tables.add(((Change.OfTable) change).table());
    }
    renames |= change instanceof RenameTable || change instanceof RenameColumn;
    tablesChange |= change instanceof Change.OfTable && !(change instanceof CommentTable);
  }

  private void note(QualifiedName table, Column column) {
    columns.add(new ColumnName(table, column.name()));
  }

  private boolean comesAlong(Change change) {
    if (change instanceof RenameConstraint || change instanceof RenameIndex) {
      return renames;
    }
    if (change instanceof CommentTable
        || change instanceof CreateEnum
        || change instanceof DropEnum
        || change instanceof CreateSchema
        || change instanceof DropSchema) {
      return tablesChange;
    }
    if (change instanceof AddConstraint added) {
      return comesAlong(added.table(), columns(added.constraint()));
    }
    if (change instanceof DropConstraint dropped) {
      return comesAlong(dropped.table(), columns(dropped.constraint()));
    }
    if (change instanceof AddIndex added) {
      return comesAlong(added.table(), columns(added.index()));
    }
    return change instanceof DropIndex dropped
        && comesAlong(dropped.table(), columns(dropped.index()));
  }

  private boolean comesAlong(QualifiedName table, List<String> names) {
    boolean all = !names.isEmpty();
    for (String name : names) {
      all &= columns.contains(new ColumnName(table, name));
    }
    return all || tables.contains(table);
  }

  private static List<String> columns(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return key.columns();
    }
    if (constraint instanceof UniqueKey key) {
      return key.columns();
    }
    return constraint instanceof ForeignKey key ? key.columns() : columns((Check) constraint);
  }

  /** A condition says nothing of its columns that could be compared. */
  private static List<String> columns(Check check) {
    return List.of();
  }

  private static List<String> columns(Index index) {
    List<String> columns = new ArrayList<>();
    for (Index.Part part : index.parts()) {
      if (part instanceof ColumnPart column) {
        columns.add(column.name());
      }
    }
    return columns;
  }
}
