package dev.varve.seed.rich;

import dev.varve.seed.value.ValueException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds out, for a row, what is known of it and what has to be decided. */
final class Kinds {
  private final Runs runs;

  Kinds(Runs runs) {
    this.runs = runs;
  }

  /** The pattern of a row whose given rows have their numbers. */
  Pattern of(TableRun run, PlanRow row, boolean @Nullable [] refused) {
    int columns = run.table.columns.size();
    byte[] kinds = run.kinds;
    for (PlanRelation relation : run.table.foreignKeys) {
      boolean mustBeNull = refused != null && refused[relation.index()];
      kinds[columns + relation.index()] = mustBeNull ? Pattern.NULL : relation(run, row, relation);
    }
    for (PlanColumn column : run.table.all) {
      kinds[column.index()] = column(run, row, column, kinds);
    }
    for (int i = 0; i < run.table.partial.length; i++) {
      PlanCondition where = Objects.requireNonNull(run.table.partial[i].where());
      byte kind = kinds[where.column()];
      Object cell = kind == Pattern.NULL ? null : row.cells[where.column()];
      boolean known = kind == Pattern.NULL || cell != PlanRow.UNSET || where.value() == null;
      kinds[columns + run.links.length + i] =
          known && !where.holds(cell) ? Pattern.NULL : Pattern.FIXED;
    }
    for (Pattern pattern : run.patterns) {
      if (pattern.matches(kinds)) {
        return pattern;
      }
    }
    Pattern pattern = new Pattern(run, kinds);
    run.patterns.add(pattern);
    return pattern;
  }

  private byte relation(TableRun run, PlanRow row, PlanRelation relation) {
    Object given = row.given(relation.index());
    if (given instanceof PlanRow || given instanceof PlanRow.Known) {
      return Pattern.FIXED;
    }
    if (given instanceof Outside) {
      return Pattern.ELSEWHERE;
    }
    if (given instanceof Pool) {
      return Pattern.DRAWN;
    }
    if (row.isNone(relation.index())) {
      return Pattern.NULL;
    }
    if (isSet(row, relation)) {
      return Pattern.ELSEWHERE;
    }
    if (relation.required()) {
      return Pattern.DRAWN;
    }
    if (Runs.isNull(row.key, run.relationKey(relation.index()))) {
      return Pattern.NULL;
    }
    if (relation.target() == row.table) {
      return row.ordinal == 0 ? Pattern.NULL : Pattern.DRAWN;
    }
    boolean waits = noRows(relation) || runs.model.isCyclic(run.table, relation);
    if (waits) {
      wait(run, row, relation);
    }
    return waits ? Pattern.NULL : Pattern.DRAWN;
  }

  private boolean noRows(PlanRelation relation) {
    return runs.of(relation.target()).rows == 0;
  }

  /** Notes a row that may get a parent when all rows are there. */
  private void wait(TableRun run, PlanRow row, PlanRelation relation) {
    if (run.table.uniques.stream().noneMatch(unique -> isPart(unique, relation))) {
      Ints waiting = run.later[relation.index()];
      if (waiting == null) {
        waiting = new Ints();
        run.later[relation.index()] = waiting;
      }
      waiting.add(row.ordinal);
    }
  }

  private static boolean isPart(PlanUnique unique, PlanRelation relation) {
    for (int column : relation.columns()) {
      if (unique.has(column)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all columns of a relation were given. */
  private static boolean isSet(PlanRow row, PlanRelation relation) {
    for (int column : relation.columns()) {
      if (row.cells[column] == PlanRow.UNSET) {
        return false;
      }
    }
    return true;
  }

  private byte column(TableRun run, PlanRow row, PlanColumn column, byte[] kinds) {
    int index = column.index();
    if (column.computed()) {
      return Pattern.LEFT;
    }
    Object cell = row.cells[index];
    if (cell != PlanRow.UNSET) {
      return cell == null && !column.identity() ? Pattern.NULL : Pattern.GIVEN;
    }
    boolean without = false;
    for (PlanRelation relation : run.table.foreignKeys) {
      if (relation.has(index)) {
        byte kind = kinds[row.cells.length + relation.index()];
        if (kind == Pattern.FIXED || kind == Pattern.DRAWN) {
          return Pattern.RELATED;
        }
        without |= kind == Pattern.NULL;
      }
    }
    if (without && column.nullable()) {
      return Pattern.NULL;
    }
    if (column.identity()) {
      return Pattern.GIVEN;
    }
    return isNull(run, row, column) ? Pattern.NULL : free(run, row, column);
  }

  private static boolean isNull(TableRun run, PlanRow row, PlanColumn column) {
    if (!column.nullable()) {
      return false;
    }
    for (int group : column.groups()) {
      if (Runs.isNull(row.key, run.key + group) && !isGiven(row, group)) {
        return true;
      }
    }
    boolean may = column.groups().isEmpty() || column.optional();
    return may && Runs.isNull(row.key, run.columnKey(column.index()));
  }

  /** Whether something of an embedded record was given. */
  private static boolean isGiven(PlanRow row, int group) {
    for (PlanColumn column : row.table.all) {
      Object cell = row.cells[column.index()];
      if (cell != PlanRow.UNSET && cell != null && column.groups().contains(group)) {
        return true;
      }
    }
    return false;
  }

  private static byte free(TableRun run, PlanRow row, PlanColumn column) {
    if (run.values(column.index()) != null) {
      return Pattern.FREE;
    }
    if (column.hasDefault()) {
      return Pattern.LEFT;
    }
    if (column.nullable()) {
      return Pattern.NULL;
    }
    String setter = column.setter();
    throw new ValueException(
        "no value of "
            + row.table.entity
            + '.'
            + setter
            + " can be invented, set it by ."
            + setter
            + "(…) in a plan of its rows, or share some that are there: "
            + run.problem(column.index()));
  }
}
