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
    Object canonical = canonical(row, row.shape, column, value);
    if (canonical != null) {
      storable(row, column, canonical, engine);
    }
    return canonical;
  }

  /**
   * The canonical form of what was given, whichever database it goes to.
   *
   * @param row a {@link Row} or {@link RowSeed}, which say how the row came about
   * @throws SeedException if the column can't hold it
   */
  static @Nullable Object canonical(
      Object row, TableShape shape, ColumnShape column, @Nullable Object value) {
    if (value == null) {
      if (!column.nullable && !column.identity) {
        throw Problems.of(row, column, "must not be null", null);
      }
      return null;
    }
    Object canonical;
    try {
      canonical = shape.canonical.of(column.type, value);
    } catch (ValueException e) {
      throw Problems.of(row, column, e.getMessage(), e);
    }
    try {
      column.domain.check(column.type, canonical);
    } catch (ValueException e) {
      throw Problems.of(row, column, e.getMessage() + broken(shape, column), e);
    }
    return canonical;
  }

  /** The constraints that a value outside of a column's domain breaks. */
  private static String broken(TableShape shape, ColumnShape column) {
    StringBuilder text = new StringBuilder();
    for (CheckShape check : shape.checks) {
      if (check.mentions(column.name)) {
        text.append(text.length() == 0 ? ", by " : " or ").append(check);
      }
    }
    return text.toString();
  }

  /**
   * Checks that a database can hold a value.
   *
   * @throws SeedException if it can't
   */
  static void storable(Row row, ColumnShape column, Object canonical, SeedEngine engine) {
    try {
      engine.stored(column.type, canonical);
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
