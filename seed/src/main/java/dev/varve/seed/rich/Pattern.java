package dev.varve.seed.rich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the rows of a table that are alike in what is known of them get the rest. Rows of one plan
 * are nearly all alike, so this is found out once.
 */
final class Pattern {
  /** A column that has its value. */
  static final byte GIVEN = 0;

  /** A column that is null, or a relation without row. */
  static final byte NULL = 1;

  /** A column whose value is invented. */
  static final byte FREE = 2;

  /** A column that comes from a relation. */
  static final byte RELATED = 3;

  /** A column to which the sender or the database gives a value. */
  static final byte LEFT = 4;

  /** A relation whose row is known. */
  static final byte FIXED = 5;

  /** A relation whose row is drawn. */
  static final byte DRAWN = 6;

  /** A relation of which only the columns are known. */
  static final byte ELSEWHERE = 7;

  /** So many values are so many that rows never use them up. */
  private static final long MANY = 1L << 31;

  /** For each column, then for each relation, one of the constants. */
  final byte[] kinds;

  /** For each column the relation that it comes from, or -1. */
  final int[] via;

  /** For each column its place in that relation's key. */
  final int[] part;

  /** The free columns that need not differ. */
  final int[] drawn;

  /** The free columns whose values all differ, by the row's number. */
  final int[] numbered;

  /** The columns whose values all differ, where this row has a given one. */
  final int[] givenAmongMany;

  /** What is chosen together, so that unique keys are. */
  final List<Combination> combinations;

  /** The columns that are sent. */
  final int[] sent;

  private final List<PlanUnique> noted = new ArrayList<>();

  /** Of these those that a row needn't be about: the column of their condition is free. */
  final List<PlanUnique> conditional = new ArrayList<>();

  Pattern(TableRun run, byte[] kinds) {
    PlanTable table = run.table;
    int columns = table.columns.size();
    this.kinds = kinds.clone();
    via = new int[columns];
    part = new int[columns];
    Arrays.fill(via, -1);
    for (PlanRelation relation : table.foreignKeys) {
      byte kind = kinds[columns + relation.index()];
      for (int i = 0; i < relation.columns().length; i++) {
        int column = relation.columns()[i];
        if ((kind == FIXED || kind == DRAWN) && kinds[column] == RELATED && via[column] < 0) {
          via[column] = relation.index();
          part[column] = i;
        }
      }
    }
    boolean[] differs = new boolean[columns];
    List<PlanUnique> open = new ArrayList<>();
    for (PlanUnique unique : table.uniques) {
      if (needsAttention(run, unique) && !numbered(run, unique, differs)) {
        open.add(unique);
      }
    }
    open.removeIf(unique -> Arrays.stream(unique.columns()).anyMatch(column -> differs[column]));
    combinations = Combination.of(run, this, open);
    numbered = columns(differs, true, kinds);
    drawn = columns(differs, false, kinds);
    sent = sent(kinds, columns);
    givenAmongMany = givenAmongMany(run, kinds);
    for (PlanUnique unique : table.uniques) {
      boolean complete = !isLeftOut(run, unique);
      for (int column : unique.columns()) {
        complete &= kinds[column] != NULL && kinds[column] != LEFT && !differs[column];
      }
      if (complete) {
        noted.add(unique);
        PlanCondition where = unique.where();
        if (where != null && (kinds[where.column()] == FREE || kinds[where.column()] == NULL)) {
          conditional.add(unique);
        }
      }
    }
  }

  boolean matches(byte[] other) {
    return Arrays.equals(kinds, other);
  }

  /** Whether the row is none that a unique key is about. */
  private boolean isLeftOut(TableRun run, PlanUnique unique) {
    for (int i = 0; i < run.table.partial.length; i++) {
      if (run.table.partial[i] == unique) {
        return kinds[via.length + run.links.length + i] == NULL;
      }
    }
    return false;
  }

  /** Whether a unique key has no null, and something that can be chosen. */
  private boolean needsAttention(TableRun run, PlanUnique unique) {
    if (isLeftOut(run, unique)) {
      return false;
    }
    boolean chosen = false;
    for (int column : unique.columns()) {
      if (kinds[column] == NULL) {
        return false;
      }
      int relation = via[column];
      chosen |= kinds[column] == FREE;
      chosen |= relation >= 0 && kinds[via.length + relation] == DRAWN;
    }
    return chosen;
  }

  /** Whether a column of the key has so many values that all rows can differ in it. */
  private static boolean hasMany(TableRun run, int column) {
    ColumnValues values = run.values(column);
    return values != null && values.count() >= MANY;
  }

  private boolean numbered(TableRun run, PlanUnique unique, boolean[] differs) {
    int best = -1;
    for (int column : unique.columns()) {
      if (kinds[column] == FREE && hasMany(run, column)) {
        if (differs[column]) {
          return true;
        }
        best = best < 0 ? column : best;
      }
    }
    if (best >= 0) {
      differs[best] = true;
    }
    return best >= 0;
  }

  /** Identities are the sender's: what is given of one moves its counter. */
  private static int[] givenAmongMany(TableRun run, byte[] kinds) {
    return Arrays.stream(run.table.all)
        .filter(column -> kinds[column.index()] == GIVEN && !column.identity())
        .mapToInt(PlanColumn::index)
        .filter(column -> run.table.uniques.stream().anyMatch(unique -> unique.has(column)))
        .filter(column -> hasMany(run, column))
        .toArray();
  }

  private int[] columns(boolean[] differs, boolean wanted, byte[] kinds) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < differs.length; column++) {
      if (kinds[column] == FREE && differs[column] == wanted && !isCombined(column)) {
        columns.add(column);
      }
    }
    return columns.stream().mapToInt(column -> column).toArray();
  }

  private boolean isCombined(int column) {
    for (Combination combination : combinations) {
      if (combination.hasColumn(column)) {
        return true;
      }
    }
    return false;
  }

  private static int[] sent(byte[] kinds, int columns) {
    int[] all = new int[columns];
    int count = 0;
    for (int column = 0; column < columns; column++) {
      if (kinds[column] != LEFT) {
        all[count++] = column;
      }
    }
    return Arrays.copyOf(all, count);
  }

  /** Whether the values of a column follow from the row's number. */
  boolean isNumbered(int column) {
    return Arrays.binarySearch(numbered, column) >= 0;
  }

  /** Whether what rows have in a unique key must be noted: nothing makes it differ by itself. */
  boolean isNoted(PlanUnique unique) {
    return noted.contains(unique);
  }
}
