package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import dev.varve.seed.value.ValueException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what unique keys need, so that no two rows agree: by counting. Only where the rows above
 * rule out most of what there is, it is looked through.
 */
final class Chooser {
  /** What was chosen is free. */
  static final int CHOSEN = -1;

  /** A row was made one that a unique key is not about. */
  static final int AVOIDED = -2;

  /** There is nothing left to choose. */
  static final int FULL = -3;

  /** How often the choice is enlarged for one row: what is new is free, or no more will help. */
  private static final int ROUNDS = 4;

  /** After so many rows that won't do they are looked through, and not counted any more. */
  private static final int FEW = 16;

  /** The most choices that are looked at for one row. */
  private static final int TRIES = 100_000;

  private static final long ROW = 0x526f77L;
  private static final long VALUE = 0x56616c7565L;

  private final Runs runs;
  private final Parents parents;
  private final Supply supply;
  private final Ties ties;

  Chooser(Runs runs, Parents parents, Supply supply, Ties ties) {
    this.runs = runs;
    this.parents = parents;
    this.supply = supply;
    this.ties = ties;
  }

  /**
   * Chooses a combination for a row.
   *
   * @return {@link #CHOSEN}; {@link #AVOIDED}; {@link #FULL}; or a relation that has to be null,
   *     because there is nothing left to choose
   */
  int choose(
      TableRun run,
      PlanRow row,
      Pattern pattern,
      Combination combination,
      @Nullable Family family) {
    Numbering numbering = numbering(run, row, pattern, combination);
    if (numbering.sizes.length == 0) {
      supply.size(run, row, combination, family, numbering);
      if (row.origin.top() || numbering.parent != null) {
        supply.provide(run, row, combination, family, numbering, row.origin.count());
      }
    }
    boolean others = numbering.limit != supply.limit(run, row, combination, family);
    numbering.limit = others ? Numbering.MIXED : numbering.limit;
    boolean refused = false;
    for (int round = 0; ; round++) {
      if (next(run, row, pattern, combination, family, numbering)) {
        return CHOSEN;
      }
      boolean again = refused; // what was made for the row won't do either
      refused = numbering.next < numbering.count;
      if (refused && again
          || round >= ROUNDS
          || !supply.more(run, row, combination, family, numbering, refused)) {
        if (!others) {
          return full(run, row, pattern, combination);
        }
        others = false; // what they left out, since they may not have it, may be free
        supply.size(run, row, combination, family, numbering);
      }
    }
  }

  /** Takes the next choices that are free and that a row may have; whether there are any. */
  private boolean next(
      TableRun run,
      PlanRow row,
      Pattern pattern,
      Combination combination,
      @Nullable Family family,
      Numbering numbering) {
    Set<Long> refused = Set.of();
    long first = numbering.next;
    long related = numbering.related(combination);
    while (numbering.next < numbering.count && refused.size() < related) {
      long[] digits = numbering.digits(combination, numbering.next++);
      long rows = numbering.related(combination, digits);
      int mark = family == null ? 0 : family.mark();
      if (!refused.contains(rows)) {
        if (!take(run, row, combination, family, digits)
            || !ComparedParents.differ(run.table, row)
            || !ties.hold(row)) {
          refused = refused.isEmpty() ? new HashSet<>() : refused;
          refused.add(rows);
        } else if (isFree(run, row, pattern, combination)) {
          // what this row passed over may do for another
          numbering.limit = refused.isEmpty() ? numbering.limit : Numbering.MIXED;
          return true;
        }
        undo(row, combination);
        if (family != null) {
          family.undo(mark);
        }
      }
      if (refused.size() == FEW) {
        numbering.next = first;
        numbering.limit = Numbering.MIXED;
        int[] tries = {TRIES};
        return search(run, row, pattern, combination, family, numbering.sizes, 0, tries);
      }
    }
    if (refused.size() >= related) {
      numbering.next = first; // it's the rows referred to that won't do for this row
    }
    return false;
  }

  /**
   * Looks for choices one after the other, so that what won't do is left out with all behind it.
   */
  private boolean search(
      TableRun run,
      PlanRow row,
      Pattern pattern,
      Combination combination,
      @Nullable Family family,
      long[] sizes,
      int at,
      int[] tries) {
    if (at == sizes.length) {
      return ComparedParents.differ(run.table, row) && isFree(run, row, pattern, combination);
    }
    Combination.Choice choice = combination.choices().get(at);
    int mark = family == null ? 0 : family.mark();
    for (long digit = 0; digit < sizes[at] && tries[0]-- > 0; digit++) {
      if (take(run, row, choice, family, digit)
          && ties.hold(row)
          && search(run, row, pattern, combination, family, sizes, at + 1, tries)) {
        return true;
      }
      undo(row, choice);
      if (family != null) {
        family.undo(mark);
      }
    }
    return false;
  }

  /** Undoes a choice, and leaves it to later rows. */
  void giveBack(TableRun run, PlanRow row, Pattern pattern, Combination combination) {
    numbering(run, row, pattern, combination).limit = Numbering.MIXED;
    undo(row, combination);
  }

  private static void undo(PlanRow row, Combination combination) {
    combination.choices().forEach(choice -> undo(row, choice));
  }

  private static void undo(PlanRow row, Combination.Choice choice) {
    if (choice.relation() >= 0) {
      row.parents[choice.relation()] = PlanRow.OPEN;
    } else {
      row.cells[choice.column()] = PlanRow.UNSET;
    }
  }

  private Numbering numbering(TableRun run, PlanRow row, Pattern pattern, Combination combination) {
    long mark = Keys.mix(run.table.uniques.indexOf(combination.uniques().get(0)));
    long key = Keys.mix(run.key + mark);
    PlanRow parent = null;
    for (PlanUnique unique : combination.uniques()) {
      for (int column : unique.columns()) {
        int relation = pattern.via[column];
        if (relation >= 0 && !combination.hasRelation(relation)) {
          mark = Keys.mix(mark ^ row.parents[relation] + ROW);
          Object given = row.given(relation);
          parent = given instanceof PlanRow fixed && fixed.open ? fixed : parent;
          key = Keys.mix(key ^ (given instanceof PlanRow fixed ? fixed.key : mark));
        } else if (relation < 0 && !combination.hasColumn(column)) {
          mark = Keys.mix(mark ^ Used.mark(row.cells[column]));
          key = Keys.mix(key ^ mark);
        }
      }
    }
    for (Combination.Choice choice : combination.choices()) {
      mark = Keys.mix(mark ^ choice.hashCode());
      if (choice.relation() >= 0 && row.given(choice.relation()) instanceof Pool pool) {
        mark = Keys.mix(mark ^ Keys.of(VALUE, pool.name, "pool"));
      }
    }
    Numbering known = run.numberings.get(mark);
    if (known == null) {
      if (run.taken > 0) {
        combination.uniques().forEach(unique -> remember(run, pattern, unique));
      }
      known = new Numbering(key, parent);
      run.numberings.put(mark, known);
    }
    return known;
  }

  /** Notes what rows in the database have in a unique key of which no column is a relation's. */
  private void remember(TableRun run, Pattern pattern, PlanUnique unique) {
    for (int column : unique.columns()) {
      if (pattern.via[column] >= 0) {
        return; // the rows that it refers to are new, or it would be no choice
      }
    }
    if (!run.asked.contains(unique)) {
      run.asked.add(unique);
      for (Object[] values : runs.values(run, unique)) {
        long mark = Keys.mix(run.table.uniques.indexOf(unique));
        for (Object value : values) {
          mark = Keys.mix(mark ^ Used.mark(value));
        }
        run.used.add(mark);
      }
    }
  }

  /** Takes choices; whether there are such. */
  private boolean take(
      TableRun run, PlanRow row, Combination combination, @Nullable Family family, long[] digits) {
    for (int i = 0; i < digits.length; i++) {
      if (!take(run, row, combination.choices().get(i), family, digits[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean take(
      TableRun run, PlanRow row, Combination.Choice choice, @Nullable Family family, long digit) {
    if (choice.relation() < 0) {
      ColumnValues values = run.values(choice.column());
      row.cells[choice.column()] = values == null ? null : values.unique(digit);
      return true;
    }
    TableRun target = supply.target(run, choice);
    Pool pool = Supply.pool(row, choice);
    Family limits = Parents.limits(run.table, choice.relation(), family);
    int found = found(row, target, pool, limits, digit);
    if (found < 0) {
      return false;
    }
    row.parents[choice.relation()] = found;
    if (limits != null) {
      parents.know(limits, run.table.foreignKeys[choice.relation()], found);
    }
    return true;
  }

  private int found(
      PlanRow row, TableRun target, @Nullable Pool pool, @Nullable Family family, long digit) {
    if (family != null) {
      if (Supply.isInherited(family, target, pool)) {
        return digit == 0 ? family.row(target.id) : -1;
      }
      int above = parents.above(target, family);
      Grouped group = above < 0 ? null : parents.grouped(row, target, pool, above);
      if (group != null) {
        int found =
            digit < group.size(family.row(above)) ? group.get(family.row(above), (int) digit) : -1;
        return found >= 0 && parents.agrees(row, target, found, family) ? found : -1;
      }
    }
    int found = digit < Parents.size(row, target, pool) ? Parents.at(pool, (int) digit) : -1;
    return Parents.isLater(row, target, found) ? -1 : found;
  }

  /** Whether nobody has what was chosen. */
  boolean isFree(TableRun run, PlanRow row, Pattern pattern) {
    for (Combination combination : pattern.combinations) {
      if (!isFree(run, row, pattern, combination)) {
        return false;
      }
    }
    return true;
  }

  private boolean isFree(TableRun run, PlanRow row, Pattern pattern, Combination combination) {
    for (PlanUnique unique : combination.uniques()) {
      if (run.used.has(mark(run, row, pattern, unique))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Notes what a row has in the unique keys that somebody may have to choose for.
   *
   * @throws ValueException if that was given, and another row has it
   */
  void note(TableRun run, PlanRow row, Pattern pattern) {
    for (PlanUnique unique : run.table.uniques) {
      if (pattern.isNoted(unique)) {
        long mark = mark(run, row, pattern, unique);
        if (run.used.has(mark) && !pattern.conditional.contains(unique)) {
          throw Shortage.taken(run, row, pattern, unique);
        }
        run.used.add(mark);
      }
    }
  }

  private static long mark(TableRun run, PlanRow row, Pattern pattern, PlanUnique unique) {
    long mark = Keys.mix(run.table.uniques.indexOf(unique));
    for (int column : unique.columns()) {
      int relation = pattern.via[column];
      mark =
          relation >= 0
              ? Keys.mix(mark ^ row.parents[relation] + ROW * (pattern.part[column] + 1))
              : Keys.mix(mark ^ Used.mark(row.cells[column]));
    }
    return mark;
  }

  /** Makes a row one that a partial key is not about, if another has what it has in that key. */
  boolean avoids(TableRun run, PlanRow row, Pattern pattern) {
    for (PlanUnique unique : pattern.conditional) {
      if (!isChosen(pattern, unique)
          && run.used.has(mark(run, row, pattern, unique))
          && avoid(run, row, unique)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChosen(Pattern pattern, PlanUnique unique) {
    return pattern.combinations.stream().anyMatch(each -> each.uniques().contains(unique));
  }

  /** Gives the column of a key's condition a value with which the condition isn't true. */
  private static boolean avoid(TableRun run, PlanRow row, PlanUnique unique) {
    PlanCondition where = unique.where();
    ColumnValues values = where == null ? null : run.values(where.column());
    if (where == null || values == null || row.cells[where.column()] != PlanRow.UNSET) {
      return false;
    }
    for (PlanRelation relation : run.table.foreignKeys) {
      if (relation.has(where.column())) {
        return false;
      }
    }
    if (where.value() == null && !where.equal()) {
      row.cells[where.column()] = null;
      return true;
    }
    long first = Keys.number(row.key, 0, values.count());
    for (long i = 0; i < Math.min(values.count(), 16); i++) {
      Object value = values.unique((first + i) % values.count());
      if (!where.holds(value)) {
        row.cells[where.column()] = value;
        return true;
      }
    }
    return false;
  }

  private int full(TableRun run, PlanRow row, Pattern pattern, Combination combination) {
    for (PlanUnique unique : combination.uniques()) {
      if (pattern.conditional.contains(unique) && avoid(run, row, unique)) {
        return AVOIDED;
      }
    }
    for (Combination.Choice choice : combination.choices()) {
      if (choice.relation() >= 0
          && !run.table.foreignKeys[choice.relation()].required()
          && Supply.pool(row, choice) == null) {
        return choice.relation();
      }
    }
    return FULL;
  }

  /** What to say when there is nothing left to choose. */
  ValueException problem(TableRun run, PlanRow row, Pattern pattern, Combination combination) {
    return new Shortage(run, pattern, combination, numbering(run, row, pattern, combination))
        .of(row.origin.count(), supply);
  }
}
