package dev.varve;

/** What happens to the rows that refer to a row which is deleted, or whose key changes. */
public enum ReferentialAction {
  /** The statement fails while rows refer to the row; a deferrable key is checked at commit. */
  NO_ACTION,

  /** The statement fails at once while rows refer to the row, even if the key is deferrable. */
  RESTRICT,

  /** The referring rows are deleted, or follow the key. */
  CASCADE,

  /** The referring columns become null; they must be nullable. */
  SET_NULL,

  /** The referring columns take their default. */
  SET_DEFAULT
}
