package dev.varve.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of smoke while it is being put together. */
final class SmokeRow {
  /** Where a value will be that nobody knows yet. */
  record Place(SmokeRow row, int column) {}

  final SmokeTable table;
  final RowSeed seed;

  /** For each relation the row referred to; null: none, or not decided yet. */
  final @Nullable SmokeRow[] parents;

  /** What it is linked to by its many-to-many relations, those with records. */
  final List<SmokeRow> links = new ArrayList<>();

  /** Whether it was decided that a relation leads to no row. */
  private final boolean[] none;

  SmokeRow(SmokeTable table, RowSeed seed) {
    this.table = table;
    this.seed = seed;
    none = new boolean[table.shape.relations.size()];
    parents = new SmokeRow[table.shape.relations.size()];
  }

  /** The value that a column gets, canonical; or a {@link Place}. Null equals nothing. */
  Object origin(int column) {
    for (RelationShape relation : table.shape.relations) {
      SmokeRow parent = parents[relation.index()];
      for (int i = 0; parent != null && parent != this && i < relation.columns().length; i++) {
        if (relation.columns()[i] == column) {
          return parent.origin(parent.table.shape.column(relation.targetColumns()[i]));
        }
      }
    }
    Object preset = seed.presets()[column];
    return preset == null || preset == RowSeed.UNSET || preset == RowSeed.WANTED
        ? new Place(this, column)
        : preset;
  }

  /** Whether a column is null, or will be. */
  boolean isNull(int column) {
    if (seed.presets()[column] == null) {
      return true;
    }
    boolean absent = false;
    for (RelationShape relation : table.shape.relations) {
      for (int part : relation.columns()) {
        if (part == column && parents[relation.index()] != null) {
          return false;
        }
        absent |= part == column && none[relation.index()] && isNullable(column);
      }
    }
    return absent;
  }

  private boolean isNullable(int column) {
    return table.shape.columns.get(column).nullable;
  }

  /** Whether the plan says what a column holds. */
  boolean isGiven(ColumnShape column) {
    return column.slot >= 0 && seed.given[column.slot] != RowSeed.UNSET;
  }

  /** Whether the plan says what a relation leads to. */
  boolean isGiven(RelationShape relation) {
    boolean given = seed.given[table.shape.slots + relation.index()] != RowSeed.UNSET;
    for (int column : relation.columns()) {
      given |= isGiven(table.shape.columns.get(column));
    }
    return given;
  }

  /** Decides that a relation leads to no row. */
  void none(RelationShape relation) {
    none[relation.index()] = true;
  }

  /** Takes back {@link #none}. */
  void some(RelationShape relation) {
    none[relation.index()] = false;
  }

  /** Tells its seed what it refers to. */
  void finish() {
    for (RelationShape relation : table.shape.relations) {
      int place = table.shape.slots + relation.index();
      SmokeRow parent = parents[relation.index()];
      if (parent != null) {
        seed.given[place] = parent.seed;
      } else if (none[relation.index()]) {
        seed.given[place] = null;
      }
    }
  }

  /** Whether its record holds that of {@code other}, or is it. */
  boolean holds(SmokeRow other, Set<SmokeRow> seen) {
    if (other == this) {
      return true;
    }
    if (!seen.add(this)) {
      return false;
    }
    for (RelationShape relation : table.shape.relations) {
      SmokeRow parent = parents[relation.index()];
      if (relation.slot() >= 0 && parent != null && parent.holds(other, seen)) {
        return true;
      }
    }
    for (SmokeRow link : links) {
      if (link.holds(other, seen)) {
        return true;
      }
    }
    return false;
  }
}
