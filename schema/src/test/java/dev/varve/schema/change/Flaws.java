package dev.varve.schema.change;

import dev.varve.schema.Column;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What no database would let stand: constraints over columns, tables or keys that aren't there. */
final class Flaws {
  private Flaws() {}

  static List<String> of(Schema schema) {
    Map<QualifiedName, Table> tables = new HashMap<>();
    for (Table table : schema.tables()) {
      tables.put(table.name(), table);
    }
    List<String> flaws = new ArrayList<>();
    for (Table table : schema.tables()) {
      own(table, flaws);
      for (ForeignKey key : table.foreignKeys()) {
        Table target = tables.get(key.target());
        if (target == null) {
          flaws.add(key + " has no target");
        } else if (!keys(target).contains(new HashSet<>(key.targetColumns()))) {
          flaws.add(key + " has no key to refer to");
        }
      }
    }
    return flaws;
  }

  private static void own(Table table, List<String> flaws) {
    Set<String> used = new HashSet<>(table.primaryKey().columns());
    for (UniqueKey key : table.uniqueKeys()) {
      used.addAll(key.columns());
    }
    for (ForeignKey key : table.foreignKeys()) {
      used.addAll(key.columns());
    }
    for (Index index : table.indexes()) {
      for (Index.Part part : index.parts()) {
        if (part instanceof ColumnPart column) {
          used.add(column.name());
        }
      }
    }
    for (Column column : table.columns()) {
      used.remove(column.name());
    }
    if (!used.isEmpty()) {
      flaws.add(table.name() + " has no columns " + used);
    }
  }

  private static Set<Set<String>> keys(Table table) {
    Set<Set<String>> keys = new HashSet<>();
    keys.add(new HashSet<>(table.primaryKey().columns()));
    for (UniqueKey key : table.uniqueKeys()) {
      keys.add(new HashSet<>(key.columns()));
    }
    for (Index index : table.indexes()) {
      if (index.unique() && index.where().equals(Sql.NONE)) {
        Set<String> columns = new HashSet<>();
        for (Index.Part part : index.parts()) {
          columns.add(part instanceof ColumnPart column ? column.name() : "");
        }
        keys.add(columns);
      }
    }
    return keys;
  }
}
