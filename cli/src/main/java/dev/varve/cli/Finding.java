package dev.varve.cli;

/**
 * Something that {@code verify} has found.
 *
 * @param kind what kind of thing it is
 * @param text a sentence without a point at its end
 */
record Finding(Kind kind, String text) {
  /** Kinds of findings. */
  enum Kind {
    /** A migration is to be applied, or to be applied further. */
    PENDING,
    /** A migration may still change. */
    DRAFT,
    /** Files, lock file and history don't agree. */
    PROBLEM,
    /** The database holds something else than the model says. */
    DIFFERENCE
  }
}
