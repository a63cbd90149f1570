package dev.varve.schema.change;

import dev.varve.schema.DependencyOrder;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import dev.varve.schema.change.Change.AddConstraint;
import dev.varve.schema.change.Change.CreateTable;
import dev.varve.schema.change.Change.DropConstraint;
import dev.varve.schema.change.Change.DropTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Tables that come or go with all that belongs to them, but for the foreign keys whose target comes
 * later or goes earlier: those are changes of their own.
 */
final class WholeTables {
  private final ChangeLists changes;
  private final Disturbed disturbed;

  WholeTables(ChangeLists changes, Disturbed disturbed) {
    this.changes = changes;
    this.disturbed = disturbed;
  }

  /** New tables, parents first. */
  void create(List<Table> tables) {
    DependencyOrder order = DependencyOrder.of(new Schema(List.of(), tables));
    for (Table table : order.tables()) {
      List<ForeignKey> later =
          keys(table, (owner, key) -> order.closesCycle(owner, key) || disturbed.awaitsTarget(key));
      changes.tableCreations.add(new CreateTable(without(table, later)));
      for (ForeignKey key : later) {
        changes.foreignKeyAdds.add(new AddConstraint(table.name(), key));
      }
    }
  }

  /** Tables that are gone, children first. */
  void drop(List<Table> tables) {
    DependencyOrder order = DependencyOrder.of(new Schema(List.of(), tables));
    for (int i = order.tables().size() - 1; i >= 0; i--) {
      Table table = order.tables().get(i);
      List<ForeignKey> earlier =
          keys(table, (owner, key) -> order.closesCycle(owner, key) || disturbed.losesTarget(key));
      changes.tableDrops.add(new DropTable(without(table, earlier)));
      for (ForeignKey key : earlier) {
        changes.foreignKeyDrops.add(new DropConstraint(table.name(), key));
      }
    }
  }

  private static List<ForeignKey> keys(Table table, BiPredicate<Table, ForeignKey> some) {
    List<ForeignKey> keys = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (some.test(table, key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static Table without(Table table, List<ForeignKey> keys) {
    if (keys.isEmpty()) {
      return table;
    }
    TableEdit edit = new TableEdit(table);
    edit.foreignKeys.removeAll(keys);
    return edit.table();
  }
}
