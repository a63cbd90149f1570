package dev.varve.project;

/** What a {@link Notice} means for what was asked for. */
public enum Severity {
  /** It wasn't done. */
  ERROR,
  /** It was done, and something may be wrong with it. */
  WARNING,
  /** It was done. */
  NOTE
}
