package dev.varve.schema.change;

import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.Constraint;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** A table while it changes. */
final class TableEdit {
  QualifiedName name;
  List<Column> columns;
  PrimaryKey primaryKey;
  List<UniqueKey> uniqueKeys;
  List<Check> checks;
  List<ForeignKey> foreignKeys;
  List<Index> indexes;
  String comment;
  String origin;
  long rows;

  TableEdit(Table table) {
    name = table.name();
    origin = table.origin();
    rows = table.rows();
    columns = new ArrayList<>(table.columns());
    primaryKey = table.primaryKey();
    uniqueKeys = new ArrayList<>(table.uniqueKeys());
    checks = new ArrayList<>(table.checks());
    foreignKeys = new ArrayList<>(table.foreignKeys());
    indexes = new ArrayList<>(table.indexes());
    comment = table.comment();
  }

  Table table() {
    return new Table(
        name, origin, rows, columns, primaryKey, uniqueKeys, checks, foreignKeys, indexes, comment);
  }

  /** The place of a column; -1: there is none of that name. */
  int column(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  /** The place of an index; -1: there is none of that name. */
  int index(String index) {
    for (int i = 0; i < indexes.size(); i++) {
      if (indexes.get(i).name().equals(index)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds a constraint unless there is one of its kind and name; whether it did. */
  boolean add(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      boolean free = primaryKey.columns().isEmpty();
      primaryKey = free ? key : primaryKey;
      return free;
    }
    if (constraint instanceof UniqueKey key) {
      return add(uniqueKeys, key);
    }
    return constraint instanceof Check check
        ? add(checks, check)
        : add(foreignKeys, (ForeignKey) constraint);
  }

  private static <C extends Constraint> boolean add(List<C> all, C added) {
    for (C one : all) {
      if (one.name().equals(added.name())) {
        return false;
      }
    }
    return all.add(added);
  }

  /** Takes a constraint away; whether it was there. */
  boolean remove(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      boolean there = primaryKey.equals(key) && !key.columns().isEmpty();
      primaryKey = there ? PrimaryKey.NONE : primaryKey;
      return there;
    }
    List<? extends Constraint> all =
        constraint instanceof UniqueKey
            ? uniqueKeys
            : constraint instanceof Check ? checks : foreignKeys;
    return all.removeIf(one -> Same.constraints(one, constraint));
  }

  /** Takes an index away; whether it was there. */
  boolean remove(Index index) {
    return indexes.removeIf(one -> Same.indexes(one, index));
  }
}
