package dev.varve.schema;

import java.util.List;

/**
 * An index.
 *
 * @param name its name
 * @param parts what it is sorted by, at least one
 * @param unique whether no two rows may agree in all parts
 * @param method PostgreSQL's access method; empty: btree
 * @param include columns kept in it beside its key
 * @param where the condition of a partial index; {@link Sql#NONE}: all rows
 */
public record Index(
    String name, List<Part> parts, boolean unique, String method, List<String> include, Sql where) {
  /** Copies the lists. */
  public Index {
    parts = List.copyOf(parts);
    include = List.copyOf(include);
  }

  /** What an index is sorted by. */
  public sealed interface Part {
    /** Whether the greatest comes first. */
    boolean descending();
  }

  /**
   * A column.
   *
   * @param name its name
   * @param descending whether the greatest comes first
   */
  public record ColumnPart(String name, boolean descending) implements Part {}

  /**
   * An expression.
   *
   * @param sql SQL over columns
   * @param descending whether the greatest comes first
   */
  public record ExpressionPart(Sql sql, boolean descending) implements Part {}
}
