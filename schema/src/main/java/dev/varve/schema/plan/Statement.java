package dev.varve.schema.plan;

import dev.varve.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a script.
 *
 * @param comment why it is there, one or more lines without dashes; empty: it explains itself
 * @param batches how it is to be run in batches; empty: it runs as it is
 * @param sql the statement without its semicolon
 */
public record Statement(String comment, Optional<Batches> batches, String sql) {
  /**
   * How an update goes through a large table.
   *
   * @param table the table
   * @param key the columns of its primary key, by their names when the statement runs
   */
  public record Batches(QualifiedName table, List<String> key) {
    /** Copies the list. */
    public Batches {
      key = List.copyOf(key);
    }
  }

  /** A statement that runs as it is. */
  public Statement(String comment, String sql) {
    this(comment, Optional.empty(), sql);
  }

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
