package dev.varve.schema.change;

import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is called otherwise in a later schema.
 *
 * @param tables the new name of each renamed table by its old one
 * @param columns the new name of each renamed column by its old one, in the table by its old name
 * @param enumTypes the new name of each renamed enum type by its old one
 * @param enumValues for an enum type, by its old name: the new name of each renamed value by its
 *     old one
 */
public record Renames(
    Map<QualifiedName, QualifiedName> tables,
    Map<ColumnName, String> columns,
    Map<QualifiedName, QualifiedName> enumTypes,
    Map<QualifiedName, Map<String, String>> enumValues) {
  /** Nothing is renamed. */
  public static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of(), Map.of());

  /** Copies the maps, sorted. */
  public Renames {
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    enumTypes = Collections.unmodifiableMap(new TreeMap<>(enumTypes));
    enumValues = Collections.unmodifiableMap(new TreeMap<>(enumValues));
  }

  /** The new name of a table. */
  public QualifiedName table(QualifiedName old) {
    return tables.getOrDefault(old, old);
  }

  /** The new name of a column. */
  public String column(QualifiedName oldTable, String old) {
    return columns.isEmpty() ? old : columns.getOrDefault(new ColumnName(oldTable, old), old);
  }

  /** The new name of an enum type. */
  public QualifiedName enumType(QualifiedName old) {
    return enumTypes.getOrDefault(old, old);
  }

  /** The way back. */
  public Renames inverse() {
    Map<QualifiedName, QualifiedName> oldTables = new TreeMap<>();
    tables.forEach((from, to) -> oldTables.put(to, from));
    Map<ColumnName, String> oldColumns = new TreeMap<>();
    columns.forEach(
        (from, to) -> oldColumns.put(new ColumnName(table(from.table()), to), from.column()));
    Map<QualifiedName, QualifiedName> oldTypes = new TreeMap<>();
    enumTypes.forEach((from, to) -> oldTypes.put(to, from));
    Map<QualifiedName, Map<String, String>> oldValues = new TreeMap<>();
    enumValues.forEach((type, values) -> oldValues.put(enumType(type), inverse(values)));
    return new Renames(oldTables, oldColumns, oldTypes, oldValues);
  }

  private static Map<String, String> inverse(Map<String, String> values) {
    Map<String, String> inverse = new TreeMap<>();
    values.forEach((from, to) -> inverse.put(to, from));
    return inverse;
  }
}
