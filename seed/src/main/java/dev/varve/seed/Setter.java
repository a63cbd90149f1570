package dev.varve.seed;

/**
 * What a method of a row builder sets.
 *
 * @param kind what sort of thing
 * @param place which of them
 */
record Setter(Kind kind, int place) {
  /** What there is to set. */
  enum Kind {
    /** A slot: the value of a column. */
    SLOT,
    /** An embedded record, numbered as they stand in the record. */
    EMBEDDED,
    /** A relation's other end. */
    RELATION,
    /** That a relation has no other end. */
    NONE,
    /** The slot of a many-to-many relation: all rows at the other end. */
    MANY,
    /** The slot of a many-to-many relation: further rows at the other end, to be made. */
    LINK,
    /** Rows to be made that refer to this one. */
    CHILD
  }
}
