package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What there is to choose from for a combination, and more of it: rows that nobody asks for, where
 * they may be made.
 */
final class Supply {
  /** How many rows are made in vain, where rows above limit the choice to which they may belong. */
  private static final int VAIN = 4;

  private static final long ROW = 0x526f77L;

  private final Runs runs;
  private final Parents parents;
  private final NeededRows rows;

  Supply(Runs runs, Parents parents, NeededRows rows) {
    this.runs = runs;
    this.parents = parents;
    this.rows = rows;
  }

  /** Tells apart the rows above that limit the choice. */
  long limit(TableRun run, PlanRow row, Combination combination, @Nullable Family family) {
    long limit = 0;
    for (Combination.Choice choice : combination.choices()) {
      Family limits = Parents.limits(run.table, choice.relation(), family);
      if (limits != null && choice.relation() >= 0) {
        TableRun target = target(run, choice);
        boolean inherited = isInherited(limits, target, pool(row, choice));
        int above = inherited ? target.id : parents.above(target, limits);
        limit = above < 0 ? limit : Keys.mix(limit ^ limits.row(above) + ROW * above);
      }
    }
    return limit;
  }

  /** Sizes a numbering, which begins anew, by what there is now. */
  void size(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering) {
    long[] now = sizes(run, row, combination, family);
    numbering.size(combination, now, ordinary(run, combination, now));
    numbering.limit = limit(run, row, combination, family);
  }

  private static long[] ordinary(TableRun run, Combination combination, long[] sizes) {
    long[] ordinary = sizes.clone();
    for (int i = 0; i < sizes.length; i++) {
      int column = combination.choices().get(i).column();
      ColumnValues values = column < 0 ? null : run.values(column);
      if (values != null) {
        ordinary[i] = Math.min(sizes[i], values.ordinary());
      }
    }
    return ordinary;
  }

  private long[] sizes(
      TableRun run, PlanRow row, Combination combination, @Nullable Family family) {
    long[] sizes = new long[combination.choices().size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = size(run, row, combination.choices().get(i), family);
    }
    return sizes;
  }

  private long size(TableRun run, PlanRow row, Combination.Choice choice, @Nullable Family family) {
    if (choice.relation() < 0) {
      ColumnValues values = run.values(choice.column());
      return values == null ? 0 : values.count();
    }
    TableRun target = target(run, choice);
    Pool pool = pool(row, choice);
    Family limits = Parents.limits(run.table, choice.relation(), family);
    if (limits == null) {
      return Parents.size(row, target, pool);
    }
    if (isInherited(limits, target, pool)) {
      return 1;
    }
    int above = parents.above(target, limits);
    Grouped group = above < 0 ? null : parents.grouped(row, target, pool, above);
    if (group != null) {
      return group.size(limits.row(above));
    }
    return Parents.size(row, target, pool);
  }

  /** Whether the row is the one that rows above refer to. */
  static boolean isInherited(Family family, TableRun target, @Nullable Pool pool) {
    return pool == null && family.row(target.id) >= 0 && !family.isDirect(target.id);
  }

  TableRun target(TableRun run, Combination.Choice choice) {
    return runs.of(run.table.foreignKeys[choice.relation()].target());
  }

  /** The table of which more rows would give more to choose from. */
  TableRun limit(TableRun run, Combination.Choice choice) {
    return rows.limit(target(run, choice));
  }

  static @Nullable Pool pool(PlanRow row, Combination.Choice choice) {
    return row.given(choice.relation()) instanceof Pool pool ? pool : null;
  }

  /**
   * Whether there is more to choose from now than when the numbering began.
   *
   * @param refused whether what there is won't do for this row: then one more is made, since more
   *     may not do either
   */
  boolean more(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering,
      boolean refused) {
    long before = numbering.count;
    long[] now = sizes(run, row, combination, family);
    long[] old = numbering.sizes;
    if (!Arrays.equals(now, old)) {
      numbering.size(combination, now, ordinary(run, combination, now));
      return grew(numbering, before, old);
    }
    provide(
        run, row, combination, family, numbering, refused ? before + 1 : Math.max(1, 2 * before));
    if (!grew(numbering, before, old)) {
      provide(run, row, combination, family, numbering, before + 1, true);
    }
    return grew(numbering, before, old);
  }

  /** Of what can't be counted any more there is more when there is more of one choice. */
  private static boolean grew(Numbering numbering, long before, long[] sizes) {
    return numbering.count > before
        || before == Numbering.MOST && !Arrays.equals(numbering.sizes, sizes);
  }

  /** Makes rows, where nobody asks for any, until there is enough to choose from. */
  void provide(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering,
      long count) {
    provide(run, row, combination, family, numbering, count, false);
  }

  /**
   * Makes rows until there is enough to choose from.
   *
   * @param needed whether nothing else will do: then also the plan's own before their turn
   */
  private void provide(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering,
      long count,
      boolean needed) {
    int[] vain = new int[numbering.sizes.length];
    int smallest = smallest(run, row, combination, family, numbering, vain, needed);
    while (numbering.count < count && smallest >= 0) {
      Combination.Choice choice = combination.choices().get(smallest);
      long all = numbering.count;
      long before = numbering.sizes[smallest];
      long most = Math.max(1, Math.min(before, count - numbering.count));
      for (long i = 0; i < most && grows(run, row, choice, family, needed); i++) {
        Family limits = Parents.limits(run.table, choice.relation(), family);
        int[] wanted = parents.wanted(row, run.table.foreignKeys[choice.relation()]);
        rows.make(target(run, choice), pool(row, choice), row, limits, wanted);
      }
      size(run, row, combination, family, numbering);
      boolean grew = numbering.count > all; // another key may be the one that has too few
      vain[smallest] = grew ? 0 : (int) Math.min(VAIN, vain[smallest] + most);
      boolean countless = numbering.count == Numbering.MOST;
      smallest = countless ? -1 : smallest(run, row, combination, family, numbering, vain, needed);
    }
  }

  /** The choice with the fewest rows of those that may get more; -1 if none may. */
  private int smallest(
      TableRun run,
      PlanRow row,
      Combination combination,
      @Nullable Family family,
      Numbering numbering,
      int[] vain,
      boolean needed) {
    int smallest = -1;
    for (int i = 0; i < vain.length; i++) {
      if (vain[i] < VAIN
          && grows(run, row, combination.choices().get(i), family, needed)
          && (smallest < 0 || numbering.sizes[i] < numbering.sizes[smallest])) {
        smallest = i;
      }
    }
    return smallest;
  }

  private boolean grows(
      TableRun run,
      PlanRow row,
      Combination.Choice choice,
      @Nullable Family family,
      boolean needed) {
    if (choice.relation() < 0) {
      return false;
    }
    TableRun target = target(run, choice);
    Pool pool = pool(row, choice);
    Family limits = Parents.limits(run.table, choice.relation(), family);
    if (target == run || limits != null && isInherited(limits, target, pool)) {
      return false;
    }
    return needed ? rows.mayMake(target, pool) : pool == null && rows.mayGrow(target);
  }
}
