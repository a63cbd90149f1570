package dev.varve.schema.plan;

import java.util.ArrayList;
import java.util.List;

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

  /** Statements that explain themselves, in a list that may grow. */
  static List<Statement> all(String... sql) {
    List<Statement> all = new ArrayList<>(sql.length);
    for (String one : sql) {
      all.add(of(one));
    }
    return all;
  }
}
