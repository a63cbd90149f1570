package dev.varve.seed;

import java.util.ArrayList;
import java.util.List;

/** A table that smoke fills: its columns, and the rows that it shall have. */
final class SmokeTable {
  /** So that rows can refer to different ones. */
  private static final int FEWEST = 2;

  final BuilderShape builder;
  final TableShape shape;

  /** The columns that are given values of their own. */
  final List<SmokeColumn> columns = new ArrayList<>();

  final List<SmokeRow> rows = new ArrayList<>();

  /** Whether a row is different if all is left out of it that may be. */
  final boolean bare;

  /** How many rows there shall be. */
  int count;

  SmokeTable(BuilderShape builder, SeedEngine engine) {
    this.builder = builder;
    shape = builder.table;
    boolean optional = false;
    for (ColumnShape column : shape.columns) {
      boolean own = !column.computed && !column.identity;
      optional |= own && (column.nullable || column.hasDefault(engine));
      if (own && column.slot >= 0 && !isReference(column)) {
        columns.add(SmokeColumn.of(builder, column, engine));
      }
    }
    bare = optional;
    int edges = 1;
    for (SmokeColumn column : columns) {
      edges = Math.max(edges, column.edges().size());
    }
    count = Math.max(FEWEST, edges + (bare ? 1 : 0) + (hasGroups() ? 1 : 0));
  }

  private boolean isReference(ColumnShape column) {
    for (RelationShape relation : shape.relations) {
      for (int part : relation.columns()) {
        if (part == column.index) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether embedded records may be there and hold nothing but what they must. */
  private boolean hasGroups() {
    return shape.columns.stream().anyMatch(column -> column.optional);
  }

  /** Whether no two rows may agree in a column alone. */
  boolean mustDiffer(SmokeColumn column) {
    for (UniqueShape unique : shape.uniques) {
      if (unique.columns().length == 1 && unique.has(column.shape().index)) {
        return true;
      }
    }
    return shape.distinct.contains(column.shape().index);
  }

  /** Whether rows that refer to one row by {@code relation} break a unique key. */
  boolean isOneToOne(RelationShape relation) {
    for (UniqueShape unique : shape.uniques) {
      boolean all = true;
      for (int column : unique.columns()) {
        boolean within = false;
        for (int part : relation.columns()) {
          within |= part == column;
        }
        all &= within;
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  /** Whether a column with values of its own is part of a unique key. */
  boolean isVaried(UniqueShape unique) {
    return columns.stream().anyMatch(column -> unique.has(column.shape().index));
  }

  /** The row number that leaves out what may be; -1: none. */
  int bareRow() {
    return bare ? 0 : -1;
  }

  /** The row number whose embedded records hold only what they must; -1: none. */
  int sparseRow() {
    return hasGroups() ? bareRow() + 2 : -1;
  }

  @Override
  public String toString() {
    return shape.name.toString();
  }
}
