package dev.varve.schema.change;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import java.util.HashMap;
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
    Map<QualifiedName, Map<String, String>> replacedValues,
    Map<ColumnName, String> irreversible,
    List<Change> changes) {
  /** Copies all. */
  public Evolution {
    fills = Map.copyOf(fills);
    replacedValues = Map.copyOf(replacedValues);
    irreversible = Map.copyOf(irreversible);
    changes = List.copyOf(changes);
  }

  /**
   * The way back, as far as there is one: what was renamed gets its former name, and rows their
   * former words. Columns and values that were dropped come back empty.
   */
  public Evolution inverse() {
    Renames back = renames.inverse();
    Map<ColumnName, Fill> undo = new HashMap<>();
    for (Map.Entry<ColumnName, Fill> fill : fills.entrySet()) {
      if (!fill.getValue().undo().equals(Fill.NONE)) {
        ColumnName present = fill.getKey();
        undo.put(
            new ColumnName(
                back.table(present.table()), back.column(present.table(), present.column())),
            fill.getValue().undo());
      }
    }
    return new Evolution(
        to, from, back, undo, Map.of(), irreversible, Differ.changes(to, from, back, undo));
  }
}
