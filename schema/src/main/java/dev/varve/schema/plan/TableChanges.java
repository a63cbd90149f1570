package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Constraint;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.change.Change.AddColumn;
import dev.varve.schema.change.Change.AlterColumn;
import dev.varve.schema.change.Change.CommentTable;
import dev.varve.schema.change.Change.DropColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The changes of one table that stays, by kind. */
final class TableChanges {
  final QualifiedName table;
  final List<CommentTable> comments = new ArrayList<>();
  final List<AddColumn> addedColumns = new ArrayList<>();
  final List<DropColumn> droppedColumns = new ArrayList<>();
  final List<AlterColumn> alteredColumns = new ArrayList<>();
  final Map<String, Check> droppedChecks = new TreeMap<>();
  final Map<String, Check> addedChecks = new TreeMap<>();
  final Map<String, ForeignKey> droppedForeignKeys = new TreeMap<>();
  final Map<String, ForeignKey> addedForeignKeys = new TreeMap<>();

  /** Primary and unique keys. */
  final Map<String, Constraint> droppedKeys = new TreeMap<>();

  final Map<String, Constraint> addedKeys = new TreeMap<>();
  final Map<String, Index> droppedIndexes = new TreeMap<>();
  final Map<String, Index> addedIndexes = new TreeMap<>();

  TableChanges(QualifiedName table) {
    this.table = table;
  }

  /** Whether a column is altered or goes. */
  boolean alters(Column column) {
    for (AlterColumn change : alteredColumns) {
      if (change.to().name().equals(column.name())) {
        return true;
      }
    }
    for (DropColumn change : droppedColumns) {
      if (change.column().name().equals(column.name())) {
        return true;
      }
    }
    return false;
  }

  void dropped(Constraint constraint) {
    file(constraint, droppedChecks, droppedForeignKeys, droppedKeys);
  }

  void added(Constraint constraint) {
    file(constraint, addedChecks, addedForeignKeys, addedKeys);
  }

  private static void file(
      Constraint constraint,
      Map<String, Check> checks,
      Map<String, ForeignKey> foreignKeys,
      Map<String, Constraint> keys) {
    if (constraint instanceof Check check) {
      checks.put(check.name(), check);
    } else if (constraint instanceof ForeignKey key) {
      foreignKeys.put(key.name(), key);
    } else {
      keys.put(constraint.name(), constraint);
    }
  }
}
