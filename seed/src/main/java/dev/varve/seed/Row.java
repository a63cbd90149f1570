package dev.varve.seed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row on its way into the database, or one that is there already. */
final class Row {
  /** The database will give the value. */
  static final Object LEFT = new Object();

  /**
   * The value of another row's column.
   *
   * @param row the row
   * @param column the column's place
   */
  record Ref(Row row, int column) {}

  final RowSeed seed;
  final TableShape shape;

  /** How the row came about: {@code orders}, {@code orders.customer}, {@code orders.lines[1]}. */
  final String path;

  /** Whether the database has it. */
  final boolean exists;

  /** Whether nobody asked for it. */
  final boolean invented;

  /** The row that it was made for, or in whose function; null for those that a call begins with. */
  final @Nullable Row maker;

  /**
   * For each column its value, a {@link Ref}, {@link #LEFT}, or {@link RowSeed#UNSET} as long as
   * nobody knows.
   */
  final @Nullable Object[] cells;

  /** For each relation the row referred to, if it is known. */
  final @Nullable Row[] parents;

  /** The record, once it can be made. */
  @Nullable Object record;

  private Row(RowSeed seed, String path, boolean exists, boolean invented, @Nullable Row maker) {
    this.seed = seed;
    this.shape = seed.shape;
    this.path = path;
    this.exists = exists;
    this.invented = invented;
    this.maker = maker;
    cells = new Object[shape.columns.size()];
    Arrays.fill(cells, RowSeed.UNSET);
    parents = new Row[shape.relations.size()];
  }

  /** A row that a call begins with. */
  static Row first(RowSeed seed) {
    return new Row(seed, seed.path(), false, false, null);
  }

  /** A row that somebody asked for in the function of {@code maker}. */
  static Row named(RowSeed seed, Row maker) {
    return new Row(seed, seed.path(), false, false, maker);
  }

  /** A row that {@code relation} of this one refers to, in the database or to be invented. */
  Row parent(RowSeed seed, RelationShape relation, boolean exists) {
    return new Row(seed, path + '.' + relation.name(), exists, !exists, this);
  }

  /** A row in the database that {@code junction} links to this one. */
  Row element(RowSeed seed, JunctionShape junction) {
    return new Row(seed, path + '.' + junction.name(), true, false, this);
  }

  /** A row in the database that stands wherever {@code maker} and those around it need one. */
  static Row shared(RowSeed seed) {
    return new Row(seed, "share(" + seed.shape.name + ')', true, false, null);
  }

  /** A row in the database that is asked for itself. */
  static Row there(RowSeed seed) {
    return new Row(seed, seed.path(), true, false, null);
  }

  /** Whether all of its columns are known. */
  boolean isRead() {
    for (Object cell : cells) {
      if (cell == RowSeed.UNSET) {
        return false;
      }
    }
    return true;
  }

  boolean isUnset(int column) {
    return cells[column] == RowSeed.UNSET;
  }

  /** The value of a column, {@link #LEFT} or {@link RowSeed#UNSET}. */
  @Nullable Object value(int column) {
    Object cell = cells[column];
    return cell instanceof Ref ref ? ref.row().value(ref.column()) : cell;
  }

  /**
   * Where a column's value comes from: the value if it is set, else the place that will have it.
   */
  @Nullable Object source(int column) {
    Row row = this;
    int place = column;
    while (row.cells[place] instanceof Ref ref) {
      row = ref.row();
      place = ref.column();
    }
    return row.isUnset(place) ? new Ref(row, place) : row.cells[place];
  }

  /** Whether a column's value is known, and not null. */
  boolean isKnown(int column) {
    Object value = value(column);
    return value != null && value != LEFT && value != RowSeed.UNSET;
  }

  /** Takes a cell from {@code other}, unless that would lead back here. */
  void refer(int column, Row other, int otherColumn) {
    Row row = other;
    int place = otherColumn;
    while (row != this || place != column) {
      if (!(row.cells[place] instanceof Ref ref)) {
        cells[column] = new Ref(other, otherColumn);
        return;
      }
      row = ref.row();
      place = ref.column();
    }
  }

  @Override
  public String toString() {
    return path;
  }
}
