package dev.varve.schema.plan;

import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.CreateTable;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The foreign keys, and the tables that come and go with theirs. Adding and dropping one locks both
 * of its tables, so no transaction does that to more than one table that others use.
 */
final class ForeignKeySteps {
  private final Map<QualifiedName, Table> before;
  private final Map<QualifiedName, TableChanges> kept;
  private final Map<QualifiedName, TypeSteps> types;
  private final Steps steps;

  ForeignKeySteps(
      Map<QualifiedName, Table> before,
      Map<QualifiedName, TableChanges> kept,
      Map<QualifiedName, TypeSteps> types,
      Steps steps) {
    this.before = before;
    this.kept = kept;
    this.types = types;
    this.steps = steps;
  }

  void plan(List<CreateTable> created, List<DropTable> dropped) {
    Set<QualifiedName> gone = new HashSet<>();
    dropped.forEach(drop -> gone.add(drop.table()));
    create(created);
    for (TableChanges table : kept.values()) {
      change(table);
    }
    if (touchesAnything()) {
      replaceTouched(gone);
    }
    drop(dropped, gone);
  }

  private void change(TableChanges table) {
    for (ForeignKey key : table.droppedForeignKeys.values()) {
      if (!canStay(table, key)) {
        steps.add(Slot.FOREIGN_KEY_DROPS, new DropConstraint(table.table, key));
      }
    }
    for (ForeignKey key : table.addedForeignKeys.values()) {
      if (!canStay(table, key)) {
        steps.add(Slot.FOREIGN_KEYS, new AddConstraint(table.table, key));
      }
    }
  }

  /** Whether it goes and comes back only because of types that change in the catalog alone. */
  private boolean canStay(TableChanges table, ForeignKey key) {
    return key.equals(table.droppedForeignKeys.get(key.name()))
        && key.equals(table.addedForeignKeys.get(key.name()))
        && !touches(table.table, key.columns())
        && isReady(key);
  }

  private boolean touchesAnything() {
    for (TypeSteps type : types.values()) {
      if (!type.touched().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Foreign keys don't hold while the values on one side are changed already. */
  private void replaceTouched(Set<QualifiedName> gone) {
    for (Table table : sorted(before)) {
      TableChanges changes = kept.get(table.name());
      for (ForeignKey key : table.foreignKeys()) {
        boolean stays =
            !gone.contains(table.name())
                && (changes == null || !changes.droppedForeignKeys.containsKey(key.name()));
        if (stays && isTouched(table.name(), key)) {
          steps.add(Slot.FOREIGN_KEY_DROPS, new DropConstraint(table.name(), key));
          steps.add(Slot.FOREIGN_KEYS, new AddConstraint(table.name(), key));
        }
      }
    }
  }

  private static Collection<Table> sorted(Map<QualifiedName, Table> tables) {
    return new TreeMap<>(tables).values();
  }

  private boolean isTouched(QualifiedName table, ForeignKey key) {
    return touches(table, key.columns()) || touches(key.target(), key.targetColumns());
  }

  private boolean touches(QualifiedName table, List<String> columns) {
    TypeSteps type = types.get(table);
    return type != null && type.touchesAny(columns);
  }

  private void create(List<CreateTable> created) {
    Set<QualifiedName> fresh = new HashSet<>();
    created.forEach(create -> fresh.add(create.table()));
    int locking = 0;
    for (CreateTable create : created) {
      for (ForeignKey key : create.created().foreignKeys()) {
        locking += fresh.contains(key.target()) ? 0 : 1;
      }
    }
    for (CreateTable create : created) {
      List<ForeignKey> inline = new ArrayList<>();
      for (ForeignKey key : create.created().foreignKeys()) {
        if (fresh.contains(key.target()) || locking == 1 && isReady(key)) {
          inline.add(key);
        } else {
          steps.add(Slot.FOREIGN_KEYS, new AddConstraint(create.table(), key));
        }
      }
      steps.add(Slot.TABLES, new CreateTable(with(create.created(), inline)));
    }
  }

  /** Whether what a foreign key refers to is there already, and stays as it is. */
  private boolean isReady(ForeignKey key) {
    Table target = before.get(key.target());
    TableChanges changes = kept.get(key.target());
    return target != null
        && !touches(key.target(), key.targetColumns())
        && (changes == null || changes.droppedKeys.isEmpty() && changes.droppedIndexes.isEmpty())
        && isKey(target, key.targetColumns());
  }

  private static boolean isKey(Table table, List<String> columns) {
    if (table.primaryKey().columns().equals(columns)) {
      return true;
    }
    for (UniqueKey key : table.uniqueKeys()) {
      if (key.columns().equals(columns)) {
        return true;
      }
    }
    for (Index index : table.indexes()) {
      if (index.unique() && index.where().equals(Sql.NONE) && columns(index).equals(columns)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> columns(Index index) {
    List<String> columns = new ArrayList<>();
    for (Index.Part part : index.parts()) {
      columns.add(part instanceof ColumnPart named ? named.name() : "");
    }
    return columns;
  }

  private void drop(List<DropTable> dropped, Set<QualifiedName> gone) {
    int locking = 0;
    for (DropTable drop : dropped) {
      for (ForeignKey key : drop.dropped().foreignKeys()) {
        locking += gone.contains(key.target()) ? 0 : 1;
      }
    }
    for (DropTable drop : dropped) {
      List<ForeignKey> inline = new ArrayList<>();
      for (ForeignKey key : drop.dropped().foreignKeys()) {
        if (gone.contains(key.target()) || locking == 1 && isReady(key)) {
          inline.add(key);
        } else {
          steps.add(Slot.FOREIGN_KEY_DROPS, new DropConstraint(drop.table(), key));
        }
      }
      steps.add(Slot.TABLE_DROPS, new DropTable(with(drop.dropped(), inline)));
    }
  }

  private static Table with(Table table, List<ForeignKey> keys) {
    return new Table(
        table.name(),
        table.origin(),
        table.columns(),
        table.primaryKey(),
        table.uniqueKeys(),
        table.checks(),
        keys,
        table.indexes(),
        table.comment());
  }
}
