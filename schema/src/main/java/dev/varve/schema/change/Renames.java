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
 */
public record Renames(
    Map<QualifiedName, QualifiedName> tables,
    Map<ColumnName, String> columns,
    Map<QualifiedName, QualifiedName> enumTypes) {
  /** Nothing is renamed. */
  public static final Renames NONE = new Renames(Map.of(), Map.of(), Map.of());

  /** Copies the maps, sorted. */
  public Renames {
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    enumTypes = Collections.unmodifiableMap(new TreeMap<>(enumTypes));
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
}
