package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Table;
import dev.varve.schema.ValueSource.Computed;
import dev.varve.schema.ValueSource.Identity;
import dev.varve.schema.sql.SqliteNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table that stays: as SQLite holds it, and as it shall. Names of constraints are no difference,
 * nor is the order of columns.
 *
 * @param after as it shall be, in terms of the model
 * @param from as SQLite holds it, by its new names
 * @param to as SQLite shall hold it
 * @param columns the columns that it shall have
 * @param explicitBefore the names of the CHECKs it has that a person asked for
 */
record SqliteTable(
    Table after, Table from, Table to, List<SqliteColumn> columns, Set<String> explicitBefore) {
  String name() {
    return to.name().name();
  }

  /** Columns that go. */
  List<Column> droppedColumns() {
    Set<String> names = new HashSet<>();
    for (Column column : to.columns()) {
      names.add(column.name());
    }
    List<Column> dropped = new ArrayList<>();
    for (Column column : from.columns()) {
      if (!names.contains(column.name())) {
        dropped.add(column);
      }
    }
    return dropped;
  }

  /** CHECKs with a condition that the table doesn't have yet. */
  List<Check> newChecks() {
    return Leftovers.checks(to.checks(), from.checks());
  }

  /** CHECKs with a condition that the table shall not have. */
  List<Check> droppedChecks() {
    return Leftovers.checks(from.checks(), to.checks());
  }

  List<ForeignKey> newForeignKeys() {
    return Leftovers.foreignKeys(to.foreignKeys(), from.foreignKeys());
  }

  List<ForeignKey> droppedForeignKeys() {
    return Leftovers.foreignKeys(from.foreignKeys(), to.foreignKeys());
  }

  List<Index> newIndexes() {
    return Leftovers.indexes(to.indexes(), from.indexes());
  }

  List<Index> droppedIndexes() {
    return Leftovers.indexes(from.indexes(), to.indexes());
  }

  /**
   * Whether a column is part of a key or of a unique index while its values change, one row after
   * the other.
   */
  boolean staysUnique(String column) {
    Set<String> key = Set.of(SqliteNames.key(column));
    for (Index index : from.indexes()) {
      if (index.unique() && to.indexes().contains(index) && mentions(index, column, key)) {
        return true;
      }
    }
    return from.primaryKey().columns().contains(column);
  }

  /** Whether a column of either end is part of a key or a unique index. */
  boolean isUnique(String column) {
    return isUnique(from, column) || isUnique(to, column);
  }

  private static boolean isUnique(Table table, String column) {
    if (table.primaryKey().columns().contains(column)) {
      return true;
    }
    Set<String> key = Set.of(SqliteNames.key(column));
    for (Index index : table.indexes()) {
      if (index.unique() && mentions(index, column, key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(Index index, String column, Set<String> key) {
    if (SqliteNames.mentions(index.where(), key)) {
      return true;
    }
    for (Index.Part part : index.parts()) {
      if (part instanceof ColumnPart plain
          ? plain.name().equals(column)
          : SqliteNames.mentions(((Index.ExpressionPart) part).sql(), key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a column is part of one of the table's foreign keys, at either end. */
  boolean refers(String column) {
    return refers(from, column) || refers(to, column);
  }

  private static boolean refers(Table table, String column) {
    for (ForeignKey key : table.foreignKeys()) {
      if (key.columns().contains(column)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a column that goes is mentioned by what DROP COLUMN can't drop with it (<a
   * href="https://www.sqlite.org/lang_altertable.html#alter_table_drop_column">ALTER TABLE DROP
   * COLUMN</a>); indexes and CHECKs are seen to elsewhere.
   */
  boolean isHeld(Column dropped) {
    String name = dropped.name();
    if (from.primaryKey().columns().contains(name) || refers(from, name)) {
      return true;
    }
    for (ForeignKey key : from.foreignKeys()) {
      if (key.target().equals(from.name()) && key.targetColumns().contains(name)) {
        return true;
      }
    }
    for (Column column : from.columns()) {
      if (column.source() instanceof Computed computed
          && SqliteNames.mentions(computed.expression(), Set.of(SqliteNames.key(name)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a CHECK mentions a column. */
  static boolean mentions(Check check, String column) {
    return SqliteNames.mentions(check.condition(), Set.of(SqliteNames.key(column)));
  }

  /** Whether a person asked for a CHECK, which may need more than that a value is null. */
  boolean isExplicit(Check check) {
    for (Check explicit : after.checks()) {
      if (explicit.name().equals(check.name())) {
        return true;
      }
    }
    return false;
  }

  /**
   * CHECKs that are only called otherwise, as both dropped and added. Who renames a table or column
   * leaves their names, and a later DROP CONSTRAINT would name one that isn't there.
   */
  void renamedChecks(List<Check> dropped, List<Check> added) {
    List<Check> present = new ArrayList<>(from.checks());
    present.removeAll(dropped);
    List<Check> wanted = new ArrayList<>(to.checks());
    wanted.removeAll(added);
    wanted.removeIf(present::remove);
    dropped.addAll(present);
    added.addAll(wanted);
  }

  /** Whether the same column counts before and after. */
  boolean keepsCounter() {
    for (SqliteColumn column : columns) {
      if (column.to().source() instanceof Identity) {
        return column.isKept()
            && column.from().map(from -> from.source() instanceof Identity).orElse(false);
      }
    }
    return false;
  }

  /** What is to be said of the values that rows get. */
  String comment() {
    StringBuilder lines = new StringBuilder();
    for (SqliteColumn column : columns) {
      if (!column.comment().isEmpty()) {
        lines.append(lines.isEmpty() ? "" : "\n").append(column.comment());
      }
    }
    return lines.toString();
  }

  /** Whether anything of it changes. */
  boolean isChanged(boolean checkNames) {
    for (SqliteColumn column : columns) {
      if (column.isNew()
          || column.isFilled()
          || column.isRedefined()
          || column.becomesNullable()
          || column.becomesNotNull()) {
        return true;
      }
    }
    return columns.size() != from.columns().size()
        || !from.primaryKey().columns().equals(to.primaryKey().columns())
        || !(checkNames
            ? from.checks().equals(to.checks())
            : newChecks().isEmpty() && droppedChecks().isEmpty())
        || !newForeignKeys().isEmpty()
        || !droppedForeignKeys().isEmpty()
        || !new HashSet<>(from.indexes()).equals(new HashSet<>(to.indexes()));
  }

  /** Whether a person asked for a CHECK that the table has. */
  boolean wasExplicit(Check check) {
    return explicitBefore.contains(check.name());
  }

  /** Whether a CHECK mentions a column that goes. */
  boolean mentionsDropped(Check check) {
    for (Column column : droppedColumns()) {
      if (mentions(check, column.name())) {
        return true;
      }
    }
    return false;
  }

  /** The only column that a CHECK mentions; empty: there are several. */
  String only(Check check) {
    String only = "";
    for (SqliteColumn column : columns) {
      if (mentions(check, column.to().name())) {
        if (!only.isEmpty()) {
          return "";
        }
        only = column.to().name();
      }
    }
    return only;
  }
}
