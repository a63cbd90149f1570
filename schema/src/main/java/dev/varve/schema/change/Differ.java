package dev.varve.schema.change;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * Finds the changes between two schemas, once it is known what is only called otherwise. It works
 * on models as well as on the physical forms of one dialect.
 */
public final class Differ {
  private Differ() {}

  /**
   * The changes that lead from one schema to the other, in an order in which they can be made:
   * renames, drops from the outside in, alterations, adds from the inside out.
   *
   * @param fills how existing rows get the values of columns of {@code to}
   */
  public static List<Change> changes(
      Schema from, Schema to, Renames renames, Map<ColumnName, Fill> fills) {
    return changes(from, to, renames, fills, Map.of());
  }

  /**
   * The changes that lead from one schema to the other.
   *
   * @param fills how existing rows get the values of columns of {@code to}
   * @param replacedValues for an enum type of {@code to}: what rows get instead of a value that is
   *     gone
   */
  public static List<Change> changes(
      Schema from,
      Schema to,
      Renames renames,
      Map<ColumnName, Fill> fills,
      Map<QualifiedName, Map<String, String>> replacedValues) {
    throw new UnsupportedOperationException(
        "not there yet: " + from + to + renames + fills + replacedValues);
  }
}
