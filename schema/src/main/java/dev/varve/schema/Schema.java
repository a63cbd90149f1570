package dev.varve.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a database holds, or shall hold.
 *
 * @param enumTypes its enum types, by name
 * @param tables its tables, by name
 */
public record Schema(List<EnumType> enumTypes, List<Table> tables) {
  /** A schema without anything. */
  public static final Schema EMPTY = new Schema(List.of(), List.of());

  /** Copies the lists and sorts them. */
  public Schema {
    List<EnumType> types = new ArrayList<>(enumTypes);
    types.sort(Comparator.comparing(EnumType::name));
    enumTypes = List.copyOf(types);
    List<Table> sorted = new ArrayList<>(tables);
    sorted.sort(Comparator.comparing(Table::name));
    tables = List.copyOf(sorted);
  }
}
