package dev.varve.schema;

/** Where a column's value comes from when a row is inserted. */
public sealed interface ValueSource {
  /** From the INSERT alone; a column it doesn't name is null. */
  record Given() implements ValueSource {}

  /** From the database's counter, unless the INSERT names it. */
  record Identity() implements ValueSource {}

  /** A random UUID from the database, unless the INSERT names it. */
  record RandomUuid() implements ValueSource {}

  /**
   * From an expression, unless the INSERT names it.
   *
   * @param expression SQL without columns
   */
  record Default(Sql expression) implements ValueSource {}

  /**
   * Always computed from other columns of the row.
   *
   * @param expression SQL over columns
   * @param stored whether the value is kept on disk
   */
  record Computed(Sql expression, boolean stored) implements ValueSource {}
}
