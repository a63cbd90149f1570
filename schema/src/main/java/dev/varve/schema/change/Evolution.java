package dev.varve.schema.change;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * The way from one schema to another, with nothing left to ask.
 *
 * @param from the former schema
 * @param to the present schema
 * @param renames what is only called otherwise
 * @param fills how existing rows get the value of a present column, where somebody said so or a
 *     word of it was renamed or removed
 * @param enumValues for a present enum type: the present name of each value that was renamed, by
 *     its former one
 * @param replacedValues for a present enum type: what rows get instead of a value that is gone
 * @param irreversible why changes of a present table, with an empty column, or of a column must not
 *     be undone
 * @param changes the changes in the order in which they can be made; empty: the two are the same
 */
public record Evolution(
    Schema from,
    Schema to,
    Renames renames,
    Map<ColumnName, Fill> fills,
    Map<QualifiedName, Map<String, String>> enumValues,
    Map<QualifiedName, Map<String, String>> replacedValues,
    Map<ColumnName, String> irreversible,
    List<Change> changes) {
  /** Copies all. */
  public Evolution {
    fills = Map.copyOf(fills);
    enumValues = Map.copyOf(enumValues);
    replacedValues = Map.copyOf(replacedValues);
    irreversible = Map.copyOf(irreversible);
    changes = List.copyOf(changes);
  }
}
