package dev.varve.seed;

import java.util.IdentityHashMap;
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

  /** The record, once it is made and holds all that it can. */
  @Nullable Object record;

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
