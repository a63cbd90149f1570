package dev.varve.runtime.format;

import java.util.List;
import java.util.Optional;

/**
 * What a down script takes away for good: a table with its rows, or a column with its values. The
 * applier looks whether there are any before it runs the script.
 *
 * <p>Names are those that hold when the script starts, without quotes, as they stand in the
 * database.
 *
 * @param schema the table's schema, or empty for the connection's current one
 * @param table the table
 * @param column the column, or empty where the whole table goes
 */
public record Destructive(String schema, String table, Optional<String> column) {
  private static final String TABLE = "table";
  private static final String COLUMN = "column";

  /** A table that goes. */
  public static Destructive table(String schema, String table) {
    return new Destructive(schema, table, Optional.empty());
  }

  /** A column that goes. */
  public static Destructive column(String schema, String table, String column) {
    return new Destructive(schema, table, Optional.of(column));
  }

  /**
   * Reads what {@link #toString} writes: {@code table customers}, {@code table billing.invoices},
   * {@code column customers.fax}, {@code column "Odd Table"."a.b"}.
   *
   * @throws FormatException if the text is not of that form
   */
  public static Destructive parse(String text) {
    int blank = text.indexOf(' ');
    String what = blank < 0 ? text : text.substring(0, blank);
    List<String> parts =
        blank < 0 ? List.of() : QuotedName.parts(text.substring(blank + 1).strip());
    int last = parts.size() - 1;
    if (what.equals(TABLE) && (last == 0 || last == 1)) {
      return table(last == 1 ? parts.get(0) : "", parts.get(last));
    }
    if (what.equals(COLUMN) && (last == 1 || last == 2)) {
      return column(last == 2 ? parts.get(0) : "", parts.get(last - 1), parts.get(last));
    }
    throw new FormatException(
        "found \""
            + text
            + "\"; expected as in: table customers, table billing.invoices, column customers.fax");
  }

  /** As the directive says it; a name is quoted where it holds more than letters, digits and _. */
  @Override
  public String toString() {
    String qualified =
        schema.isEmpty()
            ? QuotedName.of(table)
            : QuotedName.of(schema) + '.' + QuotedName.of(table);
    return column
        .map(name -> COLUMN + ' ' + qualified + '.' + QuotedName.of(name))
        .orElse(TABLE + ' ' + qualified);
  }
}
