package dev.varve.schema.plan;

/**
 * A statement of a script.
 *
 * @param comment why it is there, one or more lines without dashes; empty: it explains itself
 * @param sql the statement without its semicolon
 */
public record Statement(String comment, String sql) {
  /** A statement that explains itself. */
  public static Statement of(String sql) {
    return new Statement("", sql);
  }
}
