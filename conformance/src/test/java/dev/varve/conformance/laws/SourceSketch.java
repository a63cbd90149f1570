package dev.varve.conformance.laws;

/** Where a column's value comes from. */
sealed interface SourceSketch {
  SourceSketch GIVEN = new Given();

  record Given() implements SourceSketch {}

  record Identity() implements SourceSketch {}

  record RandomUuid() implements SourceSketch {}

  /**
   * A default that fits the column's type, whatever it is.
   *
   * @param kind which; a type that has none of this kind gets a constant
   * @param salt which constant
   */
  record Default(Kind kind, int salt) implements SourceSketch {}

  record Computed(Template expression, boolean stored) implements SourceSketch {}

  /** Kinds of defaults. */
  enum Kind {
    CONSTANT,
    /** The same for all rows of a statement. */
    NOW,
    /** Another for each row. */
    VOLATILE
  }
}
