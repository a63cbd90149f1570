package dev.varve.seed;

import dev.varve.seed.value.ValueException;
import org.jspecify.annotations.Nullable;

/** Between what users give and get, and the canonical values that rows hold. */
final class Values {
  private Values() {}

  /**
   * The canonical form of what was given.
   *
   * @throws SeedException if the column, or the database, can't hold it
   */
  static @Nullable Object canonical(
      Row row, ColumnShape column, @Nullable Object value, SeedEngine engine) {
    if (value == null) {
      if (!column.nullable && !column.identity) {
        throw Problems.of(row, column, "must not be null", null);
      }
      return null;
    }
    try {
      Object canonical = row.shape.canonical.of(column.type, value);
      column.domain.check(column.type, canonical);
      engine.stored(column.type, canonical);
      return canonical;
    } catch (ValueException e) {
      throw Problems.of(row, column, e.getMessage(), e);
    }
  }

  /** The canonical form of what the database holds already: its constraints are its affair. */
  static @Nullable Object trusted(Row row, ColumnShape column, @Nullable Object value) {
    try {
      return value == null ? null : row.shape.canonical.of(column.type, value);
    } catch (ValueException e) {
      throw Problems.of(row, column, e.getMessage(), e);
    }
  }

  /** What a record's component holds for a canonical value. */
  static @Nullable Object component(Row row, ColumnShape column, @Nullable Object canonical) {
    if (canonical == null || column.java == null) {
      return null;
    }
    try {
      return column.java.of(column.type, canonical, row.shape.records);
    } catch (ValueException e) {
      throw Problems.of(row, column, e.getMessage(), e);
    }
  }
}
