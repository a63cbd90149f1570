package dev.varve.seed.rich;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the row numbers of chunks into keys, and remembers those that rows refer to. */
final class RowKeys {
  private final long seed;
  private final Runs runs;

  /** A relation of a row to one that is sent after it. */
  record Postponed(PlanRow row, PlanRelation relation) {
    int parent() {
      return row.parents[relation.index()];
    }
  }

  RowKeys(long seed, Runs runs) {
    this.seed = seed;
    this.runs = runs;
    for (TableRun run : runs.all) {
      keep(run, run.table.key);
      for (PlanRelation relation : run.table.foreignKeys) {
        keep(runs.of(relation.target()), relation.targetColumns());
      }
    }
  }

  private static void keep(TableRun run, int[] columns) {
    for (int column : columns) {
      if (run.keys[column] == null) {
        run.keys[column] = new KeyColumn();
      }
    }
  }

  /**
   * Notes the keys of a chunk's rows, as far as they don't come from relations.
   *
   * @param parts what {@link NewKeys} has given its keys
   */
  void begin(List<Chunk.Part> parts) {
    for (Chunk.Part part : parts) {
      part.run().sending = part.rows();
      note(part, false);
    }
  }

  /**
   * Notes the values that others refer to: of columns that come from relations, or of the others.
   */
  private void note(Chunk.Part part, boolean related) {
    TableRun run = part.run();
    for (PlanColumn column : run.table.all) {
      KeyColumn keys = run.keys[column.index()];
      if (keys != null && isRelated(run, column.index()) == related) {
        note(run, keys, part.rows(), column.index());
      }
    }
  }

  private static boolean isRelated(TableRun run, int column) {
    for (PlanRelation relation : run.table.foreignKeys) {
      if (relation.has(column)) {
        return true;
      }
    }
    return false;
  }

  private static void note(TableRun run, KeyColumn keys, List<PlanRow> rows, int column) {
    // numbers of others are passed over, so a value doesn't follow from the row's number alone
    boolean invented = !run.table.orders().concern(column) && run.others[column] == null;
    for (PlanRow row : rows) {
      invented &= row.pattern().isNumbered(column);
    }
    ColumnValues values = invented ? run.values(column) : null;
    if (values != null) {
      keys.add(values, run.taken + rows.get(0).ordinal, rows.size());
      return;
    }
    Object[] cells = new Object[rows.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Objects.requireNonNullElse(rows.get(i).cells[column], PlanRow.UNSET);
    }
    keys.add(cells);
  }

  /**
   * Puts keys where there are row numbers.
   *
   * @param postponed gets the relations that can't be set yet
   */
  void refer(Chunk.Part part, List<Postponed> postponed) {
    TableRun run = part.run();
    for (PlanRow row : part.rows()) {
      Pattern pattern = row.pattern();
      for (int column = 0; column < pattern.via.length; column++) {
        int relation = pattern.via[column];
        if (relation >= 0 && row.parents[relation] >= 0) {
          PlanRelation to = run.table.foreignKeys[relation];
          TableRun target = runs.of(to.target());
          int key = to.targetColumns()[pattern.part[column]];
          row.cells[column] = key(target, key, row.parents[relation]);
        }
      }
      for (PlanRelation relation : run.table.foreignKeys) {
        if (waits(run, row, relation)) {
          postponed.add(postpone(run, row, relation));
        }
      }
    }
    note(part, true);
  }

  /** A column of a row; in a cycle, of one whose own columns have not been looked up yet. */
  private @Nullable Object key(TableRun run, int column, int row) {
    KeyColumn keys = Objects.requireNonNull(run.keys[column]);
    if (row < keys.size()) {
      return keys.at(row);
    }
    PlanRow other = run.sending.get(row - run.sending.get(0).ordinal);
    int relation = other.pattern().via[column];
    if (relation < 0 || other.parents[relation] < 0) {
      return other.cells[column];
    }
    PlanRelation to = run.table.foreignKeys[relation];
    int part = to.targetColumns()[other.pattern().part[column]];
    return key(runs.of(to.target()), part, other.parents[relation]);
  }

  /** Whether the row that a relation refers to isn't there yet and must be. */
  private boolean waits(TableRun run, PlanRow row, PlanRelation relation) {
    TableRun target = runs.of(relation.target());
    return target != run && !relation.deferrable() && row.parents[relation.index()] >= target.sent;
  }

  private Postponed postpone(TableRun run, PlanRow row, PlanRelation relation) {
    for (int column : relation.columns()) {
      if (run.table.columns.get(column).nullable()) {
        row.cells[column] = null;
        return new Postponed(row, relation);
      }
    }
    throw new RichException(
        Generator.name(row, row.ordinal, seed)
            + ": "
            + relation.name()
            + " is a row that refers to this one, and no column of the cycle may be null: declare"
            + " one of its relations deferrable = true",
        null);
  }

  Made made() {
    Made made = new Made();
    for (TableRun run : runs.all) {
      made.put(run.table, Objects.requireNonNull(run.keys));
    }
    return made;
  }
}
