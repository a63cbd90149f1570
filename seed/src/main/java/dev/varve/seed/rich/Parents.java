package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import dev.varve.seed.value.ValueException;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rows a row refers to, where nobody says it and no unique key has a say: rows that
 * belong together share the rows above them.
 */
final class Parents {
  /** How many rows of a group are tried, where several rows above must agree. */
  private static final int TRIES = 16;

  private final Runs runs;
  private final NeededRows needed;
  private final Ties ties;

  Parents(Runs runs, NeededRows needed, Ties ties) {
    this.runs = runs;
    this.needed = needed;
    this.ties = ties;
  }

  /** Notes a row that a relation refers to, and those above it. */
  void know(Family family, PlanRelation relation, int parent) {
    TableRun target = runs.of(relation.target());
    family.put(target.id, parent, true);
    runs.ascend(family, target, parent);
  }

  /**
   * What limits a relation: the rows above that are known; null: nothing does. Where not all can be
   * shared, they limit only what has columns in common with another relation.
   */
  static @Nullable Family limits(PlanTable table, int relation, @Nullable Family family) {
    boolean free = relation < 0 || family == null || family.loose && !table.isTied(relation);
    return free ? null : family;
  }

  /** The rows above that a row must share with others: by columns that several relations have. */
  Family ties(PlanRow row) {
    Family ties = new Family(runs.all.size(), true);
    for (PlanRelation relation : row.table.foreignKeys) {
      if (row.table.isTied(relation.index())) {
        Object given = row.given(relation.index());
        if (given instanceof Outside outside) {
          know(ties, relation, outside);
        } else if (row.parents[relation.index()] >= 0) {
          know(ties, relation, row.parents[relation.index()]);
        }
      }
    }
    return ties;
  }

  void know(Family family, PlanRelation relation, Outside parent) {
    family.put(runs.of(relation.target()).id, parent, true);
    runs.ascend(family, parent);
  }

  /** What a new row has to refer to, for a relation to lead to it. */
  int[] wanted(PlanRow row, PlanRelation relation) {
    return ties.wanted(row, relation);
  }

  /** Draws the row that a relation refers to. */
  void draw(TableRun run, PlanRow row, PlanRelation relation, @Nullable Family family) {
    TableRun target = runs.of(relation.target());
    Pool pool = row.given(relation.index()) instanceof Pool given ? given : null;
    long number = Keys.mix(row.key ^ run.relationKey(relation.index()));
    Family limits = limits(row.table, relation.index(), family);
    if (limits != null
        && limits.knows(target.id)
        && !limits.isDirect(target.id)
        && pool == null
        && ties.hold(row, relation, limits.row(target.id))) {
      inherit(row, relation, limits, target.id);
      return;
    }
    int drawn = drawn(row, relation, target, pool, limits, number);
    if (!ties.hold(row, relation, drawn)) {
      drawn = tied(row, relation, target, pool, number);
    }
    row.parents[relation.index()] = drawn;
    if (limits != null) {
      know(limits, relation, drawn);
    }
  }

  /** Draws from the rows that hold what another relation of the row wants, if there are others. */
  private int tied(
      PlanRow row, PlanRelation relation, TableRun target, @Nullable Pool pool, long number) {
    Family family = ties(row);
    int drawn = pool == null && family.knows(target.id) ? family.row(target.id) : PlanRow.NONE;
    if (drawn < 0 || !ties.hold(row, relation, drawn)) {
      drawn = among(row, relation, target, pool, family, number);
    }
    if (drawn < 0 && pool == null && target.table != row.table) {
      drawn = needed.grow(target, row, family, ties.wanted(row, relation));
    }
    if (drawn < 0) {
      drawn = any(row, relation, target, pool, family, number);
    }
    PlanRelation other = ties.broken(row, relation, drawn);
    if (other != null) {
      String what = pool == null ? target.toString() : pool.name;
      throw new ValueException(
          relation.name()
              + " and "
              + other.name()
              + " have a column in common, and none of "
              + what
              + " holds there what "
              + other.name()
              + " does: leave one of them out, or add such "
              + target);
    }
    return drawn;
  }

  /** Draws from the rows that share one with the row to which another relation is tied; or -1. */
  private int among(
      PlanRow row,
      PlanRelation relation,
      TableRun target,
      @Nullable Pool pool,
      Family family,
      long number) {
    for (PlanRelation other : row.table.foreignKeys) {
      if (other != relation && row.parents[other.index()] >= 0 && row.table.isTied(other.index())) {
        int above = runs.of(other.target()).id;
        Grouped group = grouped(row, target, pool, above);
        int found =
            group == null ? -1 : among(row, relation, group, family.row(above), family, number);
        if (found >= 0) {
          return found;
        }
      }
    }
    return PlanRow.NONE;
  }

  /** Takes the row that another path leads to. */
  private static void inherit(PlanRow row, PlanRelation relation, Family family, int table) {
    row.parents[relation.index()] = family.row(table);
    Outside outside = family.outside(table);
    if (outside != null) {
      for (int i = 0; i < relation.columns().length; i++) {
        int column = relation.columns()[i];
        if (row.cells[column] == PlanRow.UNSET) {
          row.cells[column] = outside.cells()[relation.targetColumns()[i]];
        }
      }
    }
  }

  private int drawn(
      PlanRow row,
      PlanRelation relation,
      TableRun target,
      @Nullable Pool pool,
      @Nullable Family family,
      long number) {
    if (pool == null) {
      needed.supply(row, target);
    }
    int above = family == null ? -1 : above(target, family);
    if (family != null && above >= 0) {
      Grouped group = grouped(row, target, pool, above);
      if (group != null) {
        int found = among(row, relation, group, family.row(above), family, number);
        if (found >= 0) {
          return found;
        }
        boolean other = target.table != row.table; // rows of its own table must come before it
        if (other && (needed.mayGrow(target) || pool == null && isTied(row, relation, above))) {
          return needed.grow(target, row, family);
        }
      }
    }
    return any(row, relation, target, pool, family, number);
  }

  /** Draws from all rows, of which one is made if there is none. */
  private int any(
      PlanRow row,
      PlanRelation relation,
      TableRun target,
      @Nullable Pool pool,
      @Nullable Family family,
      long number) {
    boolean own = target.table == row.table && pool == null;
    while (size(row, target, pool) == 0 && !own && needed.mayMake(target, pool)) {
      needed.make(target, pool, row, family, ties.wanted(row, relation));
    }
    int size = size(row, target, pool);
    if (size == 0) {
      return none(row, relation, target, pool);
    }
    int place = (int) Long.remainderUnsigned(number, size);
    int drawn = at(pool, place);
    boolean twice = isTwice(row, relation, drawn);
    for (int i = 0; i < size && (twice || isLater(row, target, drawn)); i++) {
      place = place + 1 == size ? 0 : place + 1;
      drawn = at(pool, place);
      twice = isTwice(row, relation, drawn);
    }
    if (isLater(row, target, drawn)) {
      return row.ordinal;
    }
    return twice && target.table != row.table && pool == null && needed.mayGrow(target)
        ? needed.grow(target, row, family)
        : drawn;
  }

  private static int none(
      PlanRow row, PlanRelation relation, TableRun target, @Nullable Pool pool) {
    if (target.table == row.table && pool == null) {
      return row.ordinal; // the first row of all refers to itself
    }
    throw new ValueException(
        relation.name()
            + " must have a row, and "
            + (pool == null ? target + " has" : pool.name + " have")
            + " none yet: ask for them before the rows that need them");
  }

  /** Whether a row of the same table comes after this one, or is it: they are sent in order. */
  static boolean isLater(PlanRow row, TableRun target, int found) {
    return target.table == row.table && found >= row.ordinal;
  }

  /** Whether another relation of the row leads to the same row. */
  private static boolean isTwice(PlanRow row, PlanRelation relation, int drawn) {
    for (PlanRelation other : row.table.foreignKeys) {
      if (other != relation
          && other.target() == relation.target()
          && row.parents[other.index()] == drawn) {
        return true;
      }
    }
    return false;
  }

  static int size(PlanRow row, TableRun target, @Nullable Pool pool) {
    if (pool != null) {
      return pool.rows.size();
    }
    return target.table == row.table ? row.ordinal : target.rows;
  }

  static int at(@Nullable Pool pool, int place) {
    return pool == null ? place : pool.rows.get(place);
  }

  @Nullable Grouped grouped(PlanRow row, TableRun target, @Nullable Pool pool, int above) {
    Grouped group = runs.grouped(target, pool == null ? target : pool, above);
    if (group != null) {
      group.update(size(row, target, pool));
    }
    return group;
  }

  /** The table above {@code target} by which the choice is limited: the nearest; or -1. */
  int above(TableRun target, Family family) {
    int nearest = -1;
    for (int i = 0; i < family.mark(); i++) {
      int table = family.table(i);
      PlanTable above = runs.model.tables.get(table);
      if (table != target.id && family.row(table) >= 0 && runs.model.reaches(target.table, above)) {
        boolean nearer = nearest < 0 || runs.model.reaches(above, runs.model.tables.get(nearest));
        nearest = nearer ? table : nearest;
      }
    }
    return nearest;
  }

  private int among(
      PlanRow row, PlanRelation relation, Grouped group, int above, Family family, long number) {
    TableRun target = runs.of(relation.target());
    int size = group.size(above);
    for (int i = 0; i < Math.min(TRIES, size); i++) {
      int place = (int) ((Long.remainderUnsigned(number, size) + i) % size);
      int found = group.get(above, place);
      if (agrees(row, target, found, family)
          && ties.hold(row, relation, found)
          && ComparedParents.differ(row, relation, found)) {
        return found;
      }
    }
    return -1;
  }

  /**
   * Whether the rows above a row are those that are known. Where two relations lead to one table,
   * one of them has to lead to the row that is known.
   */
  boolean agrees(PlanRow row, TableRun target, int found, Family family) {
    if (isLater(row, target, found)) {
      return false;
    }
    for (PlanRelation relation : target.table.foreignKeys) {
      if (!leads(row, target, relation, found, family)) {
        boolean other = false;
        for (PlanRelation another : target.table.foreignKeys) {
          other |=
              another != relation
                  && another.target() == relation.target()
                  && links(target, another, found) >= 0
                  && leads(row, target, another, found, family);
        }
        if (!other) {
          return false;
        }
      }
    }
    return true;
  }

  private static int links(TableRun target, PlanRelation relation, int found) {
    Ints links = target.links[relation.index()];
    return links == null ? PlanRow.NONE : links.get(found);
  }

  /** Whether a relation of a row leads to the row above that is known, or to none. */
  private boolean leads(
      PlanRow row, TableRun target, PlanRelation relation, int found, Family family) {
    int id = runs.of(relation.target()).id;
    int parent = links(target, relation, found);
    return !family.knows(id)
        || parent < 0 && parent != PlanRow.OPEN
        || parent == family.row(id)
        || relation.target() == row.table
        || relation.target() == target.table;
  }

  /** Whether columns of a relation also belong to one that leads to {@code above}. */
  private boolean isTied(PlanRow row, PlanRelation relation, int above) {
    if (relation.columns().length == 1) {
      return false;
    }
    for (PlanRelation other : row.table.foreignKeys) {
      if (other != relation && runs.of(other.target()).id == above) {
        for (int column : other.columns()) {
          if (relation.has(column)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The row that a relation is to refer to which had none when {@code row} was made; or -1. */
  int later(TableRun run, PlanRelation relation, int row) {
    TableRun target = runs.of(relation.target());
    long number = Keys.mix(Keys.mix(run.key + row) ^ run.relationKey(relation.index()));
    if (runs.model.meets(run.table)) {
      Family family = new Family(runs.all.size());
      family.put(run.id, row, false);
      runs.ascend(family, run, row);
      int above = above(target, family);
      Grouped group = above < 0 ? null : runs.grouped(target, target, above);
      if (group != null) {
        group.update(target.rows);
        int size = group.size(family.row(above));
        return size == 0
            ? PlanRow.NONE
            : group.get(family.row(above), (int) Long.remainderUnsigned(number, size));
      }
    }
    return (int) Long.remainderUnsigned(number, target.rows);
  }
}
