package dev.varve.schema.change;

/** How values of one type become values of another. */
public enum Conversion {
  /** The two are the same type. */
  SAME,
  /** Every value has exactly one counterpart. */
  WIDER,
  /** A database can try: values may not fit, or lose digits. */
  NARROWER,
  /** There is no way without an expression that a person writes. */
  NONE;

  /** The worse of the two. */
  Conversion and(Conversion other) {
    return compareTo(other) < 0 ? other : this;
  }
}
