package dev.varve.seed.rich;

import dev.varve.seed.value.ColumnOrders;
import dev.varve.seed.value.ValueException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Relations of a row that must not lead to the same row: a CHECK says {@code a_id <> b_id}. */
final class ComparedParents {
  private ComparedParents() {}

  /** Whether all rows differ that a row refers to so far, and that must. */
  static boolean differ(PlanTable table, PlanRow row) {
    for (ColumnOrders.Order order : table.orders().orders()) {
      PlanRelation left = relation(table, order, order.left());
      PlanRelation right = left == null ? null : relation(table, order, order.right());
      if (left != null && right != null && isSame(row, left, right)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a row may refer by {@code relation} to the row with the number {@code parent}. */
  static boolean differ(PlanRow row, PlanRelation relation, int parent) {
    if (row.table.orders().isEmpty()) {
      return true;
    }
    int before = row.parents[relation.index()];
    row.parents[relation.index()] = parent;
    boolean differ = differ(row.table, row);
    row.parents[relation.index()] = before;
    return differ;
  }

  /**
   * Refuses a row whose relations lead to one row and must not.
   *
   * @throws ValueException that says what to set
   */
  static void require(PlanRow row) {
    PlanTable table = row.table;
    for (ColumnOrders.Order order : table.orders().orders()) {
      PlanRelation left = relation(table, order, order.left());
      PlanRelation right = left == null ? null : relation(table, order, order.right());
      if (left != null && right != null && isSame(row, left, right)) {
        String entity = left.target().entity.toLowerCase(Locale.ROOT);
        throw new ValueException(
            left
                + " and "
                + right
                + " got the same "
                + entity
                + ", and a CHECK says that they differ: set "
                + (row.given(right.index()) == null ? right : left)
                + " to another, or ask for more of them");
      }
    }
  }

  /** The relation to whose rows alone a column leads, where it must differ from another column. */
  private static @Nullable PlanRelation relation(
      PlanTable table, ColumnOrders.Order order, int column) {
    if (!order.operator().equals("<>")) {
      return null;
    }
    for (PlanRelation relation : table.foreignKeys) {
      if (relation.columns().length == 1 && relation.has(column)) {
        return relation;
      }
    }
    return null;
  }

  private static boolean isSame(PlanRow row, PlanRelation left, PlanRelation right) {
    int parent = row.parents[left.index()];
    return parent >= 0
        && parent == row.parents[right.index()]
        && left.target() == right.target()
        && left.targetColumns()[0] == right.targetColumns()[0];
  }
}
