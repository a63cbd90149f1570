package dev.varve.conformance.laws;

import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** A table. */
final class TableSketch {
  final int id;
  QualifiedName name;

  /** The binary name of its record. */
  String origin;

  String comment = "";
  List<ColumnSketch> columns = new ArrayList<>();
  List<Integer> key = new ArrayList<>();
  List<Parts.Unique> uniques = new ArrayList<>();
  List<Parts.Check> checks = new ArrayList<>();
  List<Parts.Reference> references = new ArrayList<>();
  List<Parts.Index> indexes = new ArrayList<>();

  TableSketch(int id, QualifiedName name, String origin) {
    this.id = id;
    this.name = name;
    this.origin = origin;
  }

  TableSketch copy() {
    TableSketch copy = new TableSketch(id, name, origin);
    copy.comment = comment;
    columns.forEach(column -> copy.columns.add(column.copy()));
    copy.key = new ArrayList<>(key);
    copy.uniques = new ArrayList<>(uniques);
    copy.checks = new ArrayList<>(checks);
    copy.references = new ArrayList<>(references);
    copy.indexes = new ArrayList<>(indexes);
    return copy;
  }

  boolean has(int column) {
    return columns.stream().anyMatch(one -> one.id == column);
  }

  ColumnSketch column(int column) {
    for (ColumnSketch one : columns) {
      if (one.id == column) {
        return one;
      }
    }
    throw new NoSuchElementException("column " + column + " of " + name);
  }

  /** The foreign key that a column belongs to; null: none. */
  Parts.Reference reference(int column) {
    for (Parts.Reference reference : references) {
      if (reference.columns().contains(column)) {
        return reference;
      }
    }
    return null;
  }

  boolean isKey(int column) {
    return key.contains(column);
  }

  /** Whether two rows must not agree in what {@code column} is a part of. */
  boolean isUnique(int column) {
    return isKey(column)
        || uniques.stream().anyMatch(unique -> unique.columns().contains(column))
        || indexes.stream().anyMatch(index -> index.unique() && index.columns().contains(column));
  }
}
