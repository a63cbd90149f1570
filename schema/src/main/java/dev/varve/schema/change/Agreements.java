package dev.varve.schema.change;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the annotations say about the way from the former schema to the present one. Names on the
 * present side are exact; those on the former side are what a person wrote, and candidates are
 * tried in their order.
 *
 * @param renamedTables for a present table the names that it may have had: a table's, or the simple
 *     or binary name of the record
 * @param renamedColumns for a present column the names that it may have had
 * @param renamedValues for the binary name of a Java enum: present constants and their former names
 * @param removedTables former tables that may go with their rows
 * @param removedColumns former columns, in the table by its present name, that may go with their
 *     values, or be computed instead
 * @param removedValues for the binary name of a Java enum: former constants that may go, with the
 *     present one that rows get instead; empty text: none, there must be no such rows
 * @param backfills how existing rows get the value of a present column
 * @param irreversible why changes of a present table or column must not be undone; the column's
 *     name is empty where the whole table is meant
 * @param enums the binary name of the Java enum whose constants a present column holds, by
 *     themselves or in an array; that of an enum type is its origin
 */
public record Agreements(
    Map<QualifiedName, List<String>> renamedTables,
    Map<ColumnName, List<String>> renamedColumns,
    Map<String, Map<String, String>> renamedValues,
    Set<String> removedTables,
    Set<ColumnName> removedColumns,
    Map<String, Map<String, String>> removedValues,
    Map<ColumnName, Sql> backfills,
    Map<ColumnName, String> irreversible,
    Map<ColumnName, String> enums) {
  /** Nothing is said. */
  public static final Agreements NONE =
      new Agreements(
          Map.of(), Map.of(), Map.of(), Set.of(), Set.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /** Copies all. */
  public Agreements {
    renamedTables = Map.copyOf(renamedTables);
    renamedColumns = Map.copyOf(renamedColumns);
    renamedValues = Map.copyOf(renamedValues);
    removedTables = Set.copyOf(removedTables);
    removedColumns = Set.copyOf(removedColumns);
    removedValues = Map.copyOf(removedValues);
    backfills = Map.copyOf(backfills);
    irreversible = Map.copyOf(irreversible);
    enums = Map.copyOf(enums);
  }
}
