package dev.varve.runtime.format;

import java.util.List;

/**
 * A table that a script for SQLite makes anew: it creates another one, copies the rows, drops this
 * one and gives the other its name (<a
 * href="https://www.sqlite.org/lang_altertable.html#making_other_kinds_of_table_schema_changes">Making
 * Other Kinds Of Table Schema Changes</a>). The applier counts its rows and those of all tables
 * that refer to it before and after, and creates the triggers again that are dropped with it.
 *
 * @param table the name that the table has when it is dropped and afterwards, without quotes, as it
 *     stands in the database
 */
public record Rebuild(String table) {
  /**
   * Reads what {@link #toString} writes: {@code customers}, {@code "Odd table"}.
   *
   * @throws FormatException if the text is not one name
   */
  public static Rebuild parse(String text) {
    List<String> parts = QuotedName.parts(text);
    if (parts.size() != 1) {
      throw new FormatException(
          "found \"" + text + "\"; expected one table, as in: customers, \"Odd table\"");
    }
    return new Rebuild(parts.get(0));
  }

  /**
   * As the directive says it; the name is quoted where it holds more than letters, digits and _.
   */
  @Override
  public String toString() {
    return QuotedName.of(table);
  }
}
