package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows that others need: the plan's own before their turn, and some that nobody asks for. */
final class NeededRows {
  /** One row is made for so many that need one, when nobody asks for any. */
  private static final int NEED = 10;

  /** The most rows that are made so. */
  private static final int MOST = 1_000;

  private static final int[] NOTHING = {};

  private final Early early;
  private final Consumer<PlanRow> resolver;
  private final Room room;

  NeededRows(Runs runs, Early early, Consumer<PlanRow> resolver) {
    this.early = early;
    this.resolver = resolver;
    room = new Room(runs, early);
  }

  /** Makes rows of the plan before their turn. */
  interface Early {
    /** Whether no row could be made yet of rows that the plan asks for. */
    boolean isPending(TableRun run);

    /** How many rows the plan still asks for: of a table, or of a pool alone. */
    int left(TableRun run, @Nullable Pool pool);

    /** Makes one, if there is one to be made. */
    boolean make(TableRun run, @Nullable Pool pool);
  }

  /**
   * Makes rows of a table that nobody asks for: one for every ten that need one, at least one. Of a
   * table whose turn is still to come, since it needs rows in its turn, as many begin it.
   */
  void supply(PlanRow row, TableRun target) {
    boolean grows = target.mayGrow() && !target.growing;
    if (target.table == row.table || !grows && !early.isPending(target)) {
      return;
    }
    target.needed++;
    long need = row.origin.top() ? Math.max(target.needed, row.origin.count()) : target.needed;
    long wanted = Math.min(MOST, (need + NEED - 1) / NEED);
    boolean more = true;
    while (target.rows < wanted && more) {
      more = grows ? grows(target, row) : early.make(target, null);
    }
  }

  private boolean grows(TableRun target, PlanRow row) {
    return room.isIn(target) && grow(target, row, null) >= 0;
  }

  /** Whether a row can be made though the plan doesn't ask for more, or not yet. */
  boolean mayMake(TableRun target, @Nullable Pool pool) {
    return early.left(target, pool) > 0
        || pool == null && !target.planned && !target.growing && room.isIn(target);
  }

  /** Whether a row can be made that nobody asks for, where nobody asks for any. */
  boolean mayGrow(TableRun target) {
    return target.mayGrow() && !target.growing && room.isIn(target);
  }

  /** The table that must have more rows before there can be one more. */
  TableRun limit(TableRun target) {
    return room.limit(target);
  }

  /**
   * Makes a row since no other will do: if it can, one that the plan asks for anyway.
   *
   * @param wanted what it has to refer to, if it isn't the plan's
   */
  void make(
      TableRun target, @Nullable Pool pool, PlanRow row, @Nullable Family family, int[] wanted) {
    if (!early.make(target, pool)) {
      grow(target, row, family, wanted);
    }
  }

  /**
   * Makes a row that nobody asks for.
   *
   * @param family the rows above that it has to share; null: any
   */
  int grow(TableRun target, PlanRow row, @Nullable Family family) {
    return grow(target, row, family, NOTHING);
  }

  /**
   * Makes a row that nobody asks for.
   *
   * @param wanted what it has to refer to: by relation the number of a row, or {@link PlanRow#OPEN}
   */
  int grow(TableRun target, PlanRow row, @Nullable Family family, int[] wanted) {
    if (target.growing) {
      // what is being made needs itself: the row that began it closes the cycle
      return target.rows - 1;
    }
    target.growing = true;
    long key = Keys.mix(~target.key + target.automatic);
    PlanRow.Origin origin = new PlanRow.Origin(row.origin.line(), 0, false);
    PlanRow made = new PlanRow(target.table, key, target.automatic++, origin);
    if (family != null) {
      made.family = new Family(family);
      made.family.forget(target.id);
    }
    for (int relation = 0; relation < wanted.length; relation++) {
      if (wanted[relation] >= 0) {
        made.relate(relation, new PlanRow.Known(wanted[relation]));
      }
    }
    resolver.accept(made);
    target.growing = false;
    return made.ordinal;
  }
}
