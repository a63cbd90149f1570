package dev.varve.seed.rich;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what a row refers to and what it holds. */
final class Resolver {
  private final Runs runs;
  private final Parents parents;
  private final Kinds kinds;
  private final Chooser chooser;
  private final NumberedValues numbered;
  private final Links links;

  Resolver(Runs runs, NeededRows.Early early) {
    this.runs = runs;
    NeededRows needed = new NeededRows(runs, early, this::resolve);
    Ties ties = new Ties(runs);
    parents = new Parents(runs, needed, ties);
    kinds = new Kinds(runs);
    numbered = new NumberedValues(runs);
    chooser = new Chooser(runs, parents, new Supply(runs, parents, needed), ties);
    links = new Links(runs, parents);
  }

  /** Gives a row, whose function was called, its number, its relations and its values. */
  void resolve(PlanRow row) {
    TableRun run = runs.of(row.table);
    runs.begin(run);
    runs.share(row);
    Family family = family(run, row);
    for (PlanRelation relation : run.table.foreignKeys) {
      if (row.given(relation.index()) instanceof PlanRow.Known known) {
        row.parents[relation.index()] = known.ordinal();
        if (family != null) {
          parents.know(family, relation, known.ordinal());
        }
      }
      if (row.given(relation.index()) instanceof PlanRow parent) {
        if (parent.ordinal < 0) {
          parent.family = family == null ? null : new Family(family);
          resolve(parent);
        }
        row.parents[relation.index()] = parent.ordinal;
        if (family != null) {
          parents.know(family, relation, parent.ordinal);
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
        parents.know(family, relation, parent.ordinal);
      } else if (given instanceof Outside outside) {
        parents.know(family, relation, outside);
      }
    }
    return family;
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
    Family limits = family;
    Pattern pattern = choose(run, row, limits);
    if (pattern == null) { // rows above are used up: others must do, where that may be
      limits = parents.ties(row);
      pattern = Objects.requireNonNull(choose(run, row, limits));
    }
    row.pattern = pattern;
    chooser.note(run, row, pattern);
    NumberedValues.note(run, row);
    draw(run, row, pattern, limits);
    ComparedParents.require(row);
  }

  private void draw(TableRun run, PlanRow row, Pattern pattern, @Nullable Family family) {
    int columns = row.cells.length;
    for (PlanRelation relation : run.table.foreignKeys) {
      boolean open = row.parents[relation.index()] == PlanRow.OPEN;
      if (open
          && run.table.isTied(relation.index())
          && row.given(relation.index()) instanceof Pool) {
        parents.draw(run, row, relation, family); // what is tied to it has more to choose from
      }
    }
    for (int index : runs.model.order(run.table)) {
      switch (pattern.kinds[columns + index]) {
        case Pattern.NULL -> row.parents[index] = PlanRow.NONE;
        case Pattern.ELSEWHERE -> row.parents[index] = PlanRow.OUTSIDE;
        case Pattern.DRAWN -> {
          if (row.parents[index] == PlanRow.OPEN) {
            parents.draw(run, row, run.table.foreignKeys[index], family);
          }
        }
        default -> {
          // fixed, and known already
        }
      }
    }
  }

  /**
   * Chooses what unique keys need; anew where there is nothing left for one of them, or a row that
   * was made meanwhile has taken it.
   *
   * @return null if there is nothing left as long as all rows above are to be shared
   */
  private @Nullable Pattern choose(TableRun run, PlanRow row, @Nullable Family family) {
    boolean[] refused = new boolean[row.parents.length];
    int mark = family == null ? 0 : family.mark();
    while (true) {
      Pattern pattern = kinds.of(run, row, refused);
      int rows = run.rows;
      int chosen = 0;
      int full = Chooser.CHOSEN;
      while (chosen < pattern.combinations.size() && full == Chooser.CHOSEN) {
        full = chooser.choose(run, row, pattern, pattern.combinations.get(chosen++), family);
      }
      if (full == Chooser.CHOSEN
          && !chooser.avoids(run, row, pattern)
          && (run.rows == rows || chooser.isFree(run, row, pattern))) {
        return pattern;
      }
      if (full == Chooser.FULL && (family == null || family.loose)) {
        throw chooser.problem(run, row, pattern, pattern.combinations.get(chosen - 1));
      }
      if (full >= 0) {
        refused[full] = true;
      }
      List<Combination> done =
          pattern.combinations.subList(0, full == Chooser.CHOSEN ? chosen : chosen - 1);
      done.forEach(combination -> chooser.giveBack(run, row, pattern, combination));
      if (family != null) {
        family.undo(mark);
      }
      if (full == Chooser.FULL) {
        return null;
      }
    }
  }

  /** Which rows rows refer to. */
  Parents parents() {
    return parents;
  }

  private void fill(TableRun run, PlanRow row) {
    Pattern pattern = row.pattern();
    ComparedNumbers.fill(run, row, pattern.numbered, numbered);
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
