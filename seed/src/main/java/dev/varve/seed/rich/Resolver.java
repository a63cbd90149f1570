package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import dev.varve.seed.value.ValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a row refers to and what it holds. */
final class Resolver {
  /** One row is made for so many that need one, when nobody asks for any. */
  private static final int NEED = 10;

  /** The most rows that are made so. */
  private static final int MOST = 1_000;

  /** How many rows of a group are tried, where several rows above must agree. */
  private static final int TRIES = 16;

  private final Runs runs;
  private final Early early;
  private final Kinds kinds;
  private final Chooser chooser;
  private final Links links;

  Resolver(Runs runs, Early early) {
    this.runs = runs;
    this.early = early;
    kinds = new Kinds(runs);
    chooser = new Chooser(runs, this);
    links = new Links(runs, this);
  }

  /** Gives a row, whose function was called, its number, its relations and its values. */
  void resolve(PlanRow row) {
    TableRun run = runs.of(row.table);
    runs.begin(run);
    runs.share(row);
    Family family = family(run, row);
    for (PlanRelation relation : run.table.foreignKeys) {
      if (row.given(relation.index()) instanceof PlanRow parent) {
        if (parent.ordinal < 0) {
          parent.family = family == null ? null : new Family(family);
          resolve(parent);
        }
        row.parents[relation.index()] = parent.ordinal;
        if (family != null) {
          know(family, relation, parent.ordinal);
        }
      }
    }
    number(run, row);
    relate(run, row, family);
    fill(run, row);
    for (PlanRelation relation : run.table.foreignKeys) {
      Ints remembered = run.links[relation.index()];
      if (remembered != null) {
        remembered.set(row.ordinal, row.parents[relation.index()]);
      }
    }
    link(run, row);
  }

  private void link(TableRun run, PlanRow row) {
    for (PlanJunction junction : run.table.manyToMany) {
      List<Object> given = row.links(junction.index());
      if (given != null) {
        for (Object each : given) {
          if (each instanceof PlanRow other && other.ordinal < 0) {
            resolve(other);
          }
        }
      }
    }
    links.draw(run, row);
  }

  private @Nullable Family family(TableRun run, PlanRow row) {
    Family family = row.family;
    row.family = null;
    if (family == null && !runs.model.meets(run.table)) {
      return null;
    }
    family = family == null ? new Family(runs.all.size()) : family;
    for (PlanRelation relation : run.table.foreignKeys) {
      Object given = row.given(relation.index());
      if (given instanceof PlanRow parent && parent.ordinal >= 0) {
        know(family, relation, parent.ordinal);
      } else if (given instanceof Outside outside) {
        family.put(runs.of(relation.target()).id, outside, true);
        runs.ascend(family, outside);
      }
    }
    return family;
  }

  void know(Family family, PlanRelation relation, int parent) {
    TableRun target = runs.of(relation.target());
    family.put(target.id, parent, true);
    runs.ascend(family, target, parent);
  }

  private static void number(TableRun run, PlanRow row) {
    row.ordinal = run.rows++;
    run.chunk.add(row);
    for (Ints links : run.links) {
      if (links != null) {
        links.add(PlanRow.OPEN);
      }
    }
    if (!row.names().isEmpty()) {
      row.names().forEach(pool -> pool.rows.add(row.ordinal));
    }
  }

  private void relate(TableRun run, PlanRow row, @Nullable Family family) {
    for (PlanRelation relation : run.table.foreignKeys) {
      if (row.given(relation.index()) instanceof Outside outside) {
        row.parents[relation.index()] = PlanRow.OUTSIDE;
        for (int i = 0; i < relation.columns().length; i++) {
          int column = relation.columns()[i];
          if (row.cells[column] == PlanRow.UNSET) {
            row.cells[column] = outside.cells()[relation.targetColumns()[i]];
          }
        }
      }
    }
    Pattern pattern = kinds.of(run, row, null);
    boolean[] refused = null;
    for (int i = 0; i < pattern.combinations.size(); i++) {
      int full = chooser.choose(run, row, pattern, pattern.combinations.get(i), family);
      if (full == Chooser.AVOIDED) {
        pattern = kinds.of(run, row, refused);
        i = -1;
      } else if (full >= 0) {
        refused = refused == null ? new boolean[row.parents.length] : refused;
        refused[full] = true;
        pattern = kinds.of(run, row, refused);
        i = -1;
      }
    }
    while (chooser.avoids(run, row, pattern)) {
      pattern = kinds.of(run, row, refused);
    }
    row.pattern = pattern;
    chooser.note(run, row, pattern);
    Chooser.noteGiven(run, row);
    int columns = row.cells.length;
    for (int index : runs.model.order(run.table)) {
      switch (pattern.kinds[columns + index]) {
        case Pattern.NULL -> row.parents[index] = PlanRow.NONE;
        case Pattern.ELSEWHERE -> row.parents[index] = PlanRow.OUTSIDE;
        case Pattern.DRAWN -> {
          if (row.parents[index] == PlanRow.OPEN) {
            draw(run, row, run.table.foreignKeys[index], family);
          }
        }
        default -> {
          // fixed, and known already
        }
      }
    }
    ComparedParents.require(row);
  }

  /** Draws the row that a relation refers to. */
  private void draw(TableRun run, PlanRow row, PlanRelation relation, @Nullable Family family) {
    TableRun target = runs.of(relation.target());
    Pool pool = row.given(relation.index()) instanceof Pool given ? given : null;
    long number = Keys.mix(row.key ^ run.relationKey(relation.index()));
    if (family != null && family.knows(target.id) && !family.isDirect(target.id) && pool == null) {
      inherit(row, relation, family, target.id);
      return;
    }
    int drawn = drawn(row, relation, target, pool, family, number);
    row.parents[relation.index()] = drawn;
    if (family != null) {
      know(family, relation, drawn);
    }
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
      supply(row, target);
    }
    if (family != null) {
      int above = above(target, family);
      Grouped group = above < 0 ? null : grouped(row, target, pool, above);
      if (group != null) {
        int found = among(row, relation, group, family.row(above), family, number);
        if (found >= 0) {
          return found;
        }
        if (target.mayGrow() || isTied(row, relation, above)) {
          return grow(target, row, family);
        }
      }
    }
    int size = size(row, target, pool);
    if (size == 0) {
      return none(row, relation, target, pool);
    }
    int place = (int) Long.remainderUnsigned(number, size);
    int drawn = at(pool, place);
    for (int i = 0; i < size && isTwice(row, relation, drawn); i++) {
      place = place + 1 == size ? 0 : place + 1;
      drawn = at(pool, place);
    }
    return isTwice(row, relation, drawn) && pool == null && target.mayGrow()
        ? grow(target, row, family)
        : drawn;
  }

  private int none(PlanRow row, PlanRelation relation, TableRun target, @Nullable Pool pool) {
    if (target.table == row.table && pool == null) {
      return row.ordinal; // the first row of all refers to itself
    }
    throw new ValueException(
        relation.name()
            + " must have a row, and "
            + (pool == null ? target + " has" : pool.name + " have")
            + " none yet: ask for them before the rows that need them");
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
      if (agrees(row, target, found, family) && ComparedParents.differ(row, relation, found)) {
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
    return parent < 0
        || !family.knows(id)
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

  /**
   * Makes rows of a table that nobody asks for: one for every ten that need one, at least one. Of a
   * table whose turn is still to come, since it needs rows in its turn, as many begin it.
   */
  private void supply(PlanRow row, TableRun target) {
    boolean grows = target.mayGrow() && !target.growing;
    if (target.table == row.table || !grows && !early.isPending(target)) {
      return;
    }
    target.needed++;
    long need = row.origin.top() ? Math.max(target.needed, row.origin.count()) : target.needed;
    long wanted = Math.min(MOST, (need + NEED - 1) / NEED);
    boolean more = true;
    while (target.rows < wanted && more) {
      more = grows ? grow(target, row, null) >= 0 : early.make(target);
    }
  }

  /** Makes rows of the plan before their turn. */
  interface Early {
    /** Whether a row could be made. */
    boolean isPending(TableRun run);

    /** Makes one, if there is one to be made. */
    boolean make(TableRun run);
  }

  /** Makes a row because others need one. */
  int grow(TableRun target, PlanRow row, @Nullable Family family) {
    if (target.growing) {
      return target.rows
          - 1; // what is being made needs itself: the row that began it closes the cycle
    }
    target.growing = true;
    long key = Keys.mix(~target.key + target.automatic);
    PlanRow.Origin origin = new PlanRow.Origin(row.origin.line(), 0, false);
    PlanRow made = new PlanRow(target.table, key, target.automatic++, origin);
    if (family != null) {
      made.family = new Family(family);
      made.family.forget(target.id);
    }
    resolve(made);
    target.growing = false;
    return made.ordinal;
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

  private void fill(TableRun run, PlanRow row) {
    Pattern pattern = row.pattern();
    ComparedNumbers.fill(run, row, pattern.numbered, chooser);
    if (run.table.orders().isEmpty()) {
      for (int column : pattern.drawn) {
        ColumnValues values = run.values(column);
        if (values != null) {
          row.cells[column] = values.drawn(row.key, run.taken + row.ordinal);
        }
      }
    } else {
      Compared.fill(run, row);
    }
    for (int column = 0; column < row.cells.length; column++) {
      if (pattern.kinds[column] == Pattern.NULL) {
        row.cells[column] = null;
      }
    }
  }
}
