package dev.varve.schema.plan;

import dev.varve.schema.Column;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Change;
import dev.varve.schema.change.Change.OfTable;
import dev.varve.schema.change.Change.RenameColumn;
import dev.varve.schema.change.Change.RenameTable;
import dev.varve.schema.change.Changes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables as they are when they, or columns of theirs, are renamed, in both directions. */
final class RenamedTables {
  private final Map<Change, Table> before = new HashMap<>();

  /**
   * @param from the former schema
   * @param renames the changes that rename, and only those of tables and columns count
   */
  RenamedTables(Schema from, List<Change> renames) {
    Set<QualifiedName> names = new HashSet<>();
    List<OfTable> ofTables = new ArrayList<>();
    for (Change change : renames) {
      if (change instanceof RenameTable || change instanceof RenameColumn) {
        ofTables.add((OfTable) change);
        names.add(((OfTable) change).table());
      }
    }
    List<Table> tables = new ArrayList<>();
    for (Table table : from.tables()) {
      if (names.contains(table.name())) {
        tables.add(table);
      }
    }
    Schema some = new Schema(List.of(), tables);
    for (OfTable change : ofTables) {
      put(change, change.table(), some);
      some = Changes.apply(some, List.of(change));
      QualifiedName name = change instanceof RenameTable rename ? rename.to() : change.table();
      put(change.inverse(), name, some);
    }
  }

  private void put(Change change, QualifiedName name, Schema schema) {
    for (Table table : schema.tables()) {
      if (table.name().equals(name)) {
        before.put(change, table);
      }
    }
  }

  /** The table before it is renamed. */
  Table before(RenameTable change) {
    return find(change);
  }

  /** The column before it is renamed. */
  Column before(RenameColumn change) {
    return find(change).column(change.from()).orElseThrow();
  }

  private Table find(Change change) {
    Table table = before.get(change);
    if (table == null) {
      throw new IllegalArgumentException("not one of the renames: " + change);
    }
    return table;
  }
}
