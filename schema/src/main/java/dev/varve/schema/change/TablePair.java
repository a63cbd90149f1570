package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ColumnName;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table that stays, by its own or another name, and what becomes of its columns. */
final class TablePair {
  final Table former;
  final Table present;

  /** The present name of each renamed column by its former one. */
  final Map<String, String> renames = new HashMap<>();

  TablePair(Table former, Table present) {
    this.former = former;
    this.present = present;
  }

  /** Whether one of the tables is a junction table. */
  boolean isJunction() {
    return isJunction(former) && isJunction(present);
  }

  /** Whether a table is that of a relation, not of an entity. */
  static boolean isJunction(Table table) {
    return table.origin().indexOf('#') >= 0;
  }

  ColumnName column(Column column) {
    return new ColumnName(present.name(), column.name());
  }

  static Set<String> names(Table table) {
    Set<String> names = new HashSet<>();
    for (Column column : table.columns()) {
      names.add(column.name());
    }
    return names;
  }

  /** Former columns that are there no more. */
  List<Column> gone() {
    Set<String> kept = names(present);
    kept.removeAll(renames.values());
    List<Column> gone = new ArrayList<>();
    for (Column column : former.columns()) {
      if (!renames.containsKey(column.name()) && !kept.contains(column.name())) {
        gone.add(column);
      }
    }
    return gone;
  }

  /** Present columns that weren't there before. */
  List<Column> added() {
    List<Column> added = new ArrayList<>();
    for (Column column : present.columns()) {
      if (formerOf(column) == null) {
        added.add(column);
      }
    }
    return added;
  }

  /** What a present column was; null: it is new. */
  @Nullable Column formerOf(Column column) {
    String name = renames.containsKey(column.name()) ? null : column.name();
    for (Map.Entry<String, String> rename : renames.entrySet()) {
      if (rename.getValue().equals(column.name())) {
        name = rename.getKey();
      }
    }
    return name == null ? null : former.column(name).orElse(null);
  }
}
