package dev.varve.schema.change;

import dev.varve.schema.ForeignKey;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds junction tables that are only called otherwise: those of the same component of the same
 * record, between the same tables. They're named after these, so nobody has to say it.
 */
final class JunctionTables {
  private final Map<String, String> records = new HashMap<>();
  private final Map<QualifiedName, QualifiedName> renames;

  /**
   * A search.
   *
   * @param pairs the tables that stay
   * @param renames the tables that are renamed
   */
  JunctionTables(List<TablePair> pairs, Map<QualifiedName, QualifiedName> renames) {
    this.renames = renames;
    for (TablePair pair : pairs) {
      records.put(pair.former.origin(), pair.present.origin());
    }
  }

  /** The present name of each former table that is only called otherwise. */
  Map<QualifiedName, QualifiedName> matches(List<Table> gone, List<Table> added) {
    Map<String, Table> byOrigin = new HashMap<>();
    for (Table table : added) {
      if (table.origin().indexOf('#') >= 0) {
        byOrigin.put(table.origin(), table);
      }
    }
    Map<QualifiedName, QualifiedName> matches = new LinkedHashMap<>();
    for (Table table : byOrigin.isEmpty() ? List.<Table>of() : gone) {
      int component = table.origin().indexOf('#');
      if (component >= 0) {
        String owner = table.origin().substring(0, component);
        Table match =
            byOrigin.get(records.getOrDefault(owner, owner) + table.origin().substring(component));
        if (match != null && targets(table, renames).equals(targets(match, Map.of()))) {
          matches.put(table.name(), match.name());
        }
      }
    }
    return matches;
  }

  private static List<QualifiedName> targets(
      Table junction, Map<QualifiedName, QualifiedName> renames) {
    List<QualifiedName> targets = new ArrayList<>();
    for (ForeignKey key : keys(junction)) {
      targets.add(renames.getOrDefault(key.target(), key.target()));
    }
    return targets;
  }

  /** A junction table's foreign keys in the order of their columns: that of its owner is first. */
  static List<ForeignKey> keys(Table junction) {
    List<ForeignKey> keys = new ArrayList<>(junction.foreignKeys());
    List<String> columns = new ArrayList<>();
    junction.columns().forEach(column -> columns.add(column.name()));
    keys.sort((one, other) -> place(columns, one) - place(columns, other));
    return keys;
  }

  private static int place(List<String> columns, ForeignKey key) {
    return columns.indexOf(key.columns().get(0));
  }

  /**
   * The present name of each column of a junction table that is called otherwise, by the column
   * that it refers to.
   *
   * @param names all renames but those of junction tables' columns
   */
  static Map<String, String> columns(TablePair junction, Renames names) {
    Map<String, String> columns = new LinkedHashMap<>();
    List<ForeignKey> former = keys(junction.former);
    List<ForeignKey> present = keys(junction.present);
    for (int i = 0; i < former.size() && former.size() == present.size(); i++) {
      ForeignKey old = former.get(i);
      ForeignKey key = present.get(i);
      for (int j = 0; j < old.columns().size(); j++) {
        int place =
            key.targetColumns().indexOf(names.column(old.target(), old.targetColumns().get(j)));
        boolean same = names.table(old.target()).equals(key.target()) && place >= 0;
        if (same && !old.columns().get(j).equals(key.columns().get(place))) {
          columns.put(old.columns().get(j), key.columns().get(place));
        }
      }
    }
    return columns;
  }
}
