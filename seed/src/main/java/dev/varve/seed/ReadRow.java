package dev.varve.seed;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row as the database holds it, with the keys of what it refers to. */
final class ReadRow {
  final BuilderShape shape;
  private final @Nullable Object[] cells;

  /** The keys of the rows that many-to-many relations link to it, in order. */
  final Map<JunctionShape, List<Object[]>> links = new IdentityHashMap<>(0);

  /** The record, once it is made. */
  @Nullable Object record;

  /** The record without the rows of its cycle that may be left out, if it was made. */
  @Nullable Object brief;

  /** The row that stands for all that lead to this one and back, once these are known. */
  @Nullable ReadRow cycle;

  /** When it was reached, from 1; 0: not yet. */
  int order;

  /** The first row that it leads back to, by {@link #order}. */
  int least;

  /** The rows that its record holds and nobody has gone to yet. */
  Iterator<ReadRow> next = Collections.emptyIterator();

  ReadRow(BuilderShape shape, @Nullable Object[] cells) {
    this.shape = shape;
    this.cells = cells;
  }

  @Nullable Object cell(int column) {
    return cells[column];
  }

  /** The values of columns that aren't null. */
  Object[] key(int[] columns) {
    Object[] key = new Object[columns.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = Objects.requireNonNull(cells[columns[i]]);
    }
    return key;
  }

  /** The places, in the table that a relation leads to, of the columns that it refers to. */
  int[] parentColumns(RelationShape relation) {
    BuilderShape target = shape.target(relation.index());
    int[] columns = new int[relation.targetColumns().length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = target.table.column(relation.targetColumns()[i]);
    }
    return columns;
  }

  /** What the row has in a relation's columns; null if it refers to nothing. */
  Object @Nullable [] parentKey(RelationShape relation) {
    for (int column : relation.columns()) {
      if (cells[column] == null) {
        return null;
      }
    }
    return key(relation.columns());
  }
}
