package dev.varve.schema.sql;

import dev.varve.schema.QualifiedName;

/**
 * Two objects that would have the same name in a dialect. The second would not be made, and for
 * tables and indexes, which are made only {@code IF NOT EXISTS}, nobody would notice.
 *
 * @param name the name, as the dialect compares it: without quotes, in SQLite in small letters
 * @param first the object that gets the name
 * @param second the object that doesn't
 */
public record NameClash(String name, Owner first, Owner second) {
  /**
   * An object with a name.
   *
   * @param kind what it is: table, enum type, primary key, unique key, index or column
   * @param table the table that it is or belongs to; for an enum type its own name
   * @param name its name in the model
   */
  public record Owner(String kind, QualifiedName table, String name) {}
}
