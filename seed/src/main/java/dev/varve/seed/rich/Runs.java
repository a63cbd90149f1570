package dev.varve.seed.rich;

import dev.varve.seed.value.Keys;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that a run knows, by table. */
final class Runs {
  private static final long NULLS = 0x6e756c6cL;

  /** One in so many is null, of what may be. */
  private static final int NULL_RATIO = 5;

  final Model model;
  final List<TableRun> all = new ArrayList<>();
  private final Map<PlanTable, TableRun> byTable = new IdentityHashMap<>();
  private final Map<Object, Map<Integer, @Nullable Grouped>> grouped = new IdentityHashMap<>();

  private final Facts facts;
  private final List<Outside> shared;

  Runs(long seed, Collection<PlanTable> tables, Facts facts, List<Outside> shared) {
    this.facts = facts;
    this.shared = shared;
    model = new Model(tables);
    for (PlanTable table : model.tables) {
      TableRun run = new TableRun(table, model.id(table), seed, model);
      all.add(run);
      byTable.put(table, run);
    }
  }

  TableRun of(PlanTable table) {
    TableRun run = byTable.get(table);
    if (run == null) {
      throw new IllegalArgumentException(table + " is not of this database");
    }
    return run;
  }

  /** Looks, before the first row of a table is made, what the database has of it. */
  void begin(TableRun run) {
    if (!run.begins) {
      run.begins = true;
      try {
        run.taken = facts.rows(run.table);
      } catch (SQLException e) {
        throw new RichException("the rows of " + run + " can't be counted: " + e.getMessage(), e);
      }
    }
  }

  /** Lets a row refer to shared rows where it must refer to some and nobody plans any. */
  void share(PlanRow row) {
    if (shared.isEmpty()) {
      return;
    }
    for (PlanRelation relation : row.table.foreignKeys) {
      if (relation.required() && row.isOpen(relation) && !of(relation.target()).planned) {
        List<Outside> some =
            shared.stream().filter(each -> each.table() == relation.target()).toList();
        if (!some.isEmpty()) {
          long key = TableRun.step(row.key, relation.name(), 0);
          row.relate(relation.index(), some.get((int) Keys.number(key, 0, some.size())));
        }
      }
    }
  }

  /** What the rows that are in the database have in a unique key. */
  List<Object[]> values(TableRun run, PlanUnique unique) {
    try {
      return facts.values(run.table, unique);
    } catch (SQLException e) {
      throw new RichException("the rows of " + run + " can't be read: " + e.getMessage(), e);
    }
  }

  /** Whether what may be null is null in a row. */
  static boolean isNull(long row, long what) {
    return Long.remainderUnsigned(Keys.mix(row ^ what ^ NULLS), NULL_RATIO) == 0;
  }

  /**
   * The rows of a table, or of a pool, by the row above them in another table.
   *
   * @param source the {@link TableRun} or the {@link Pool}
   * @return null if no way leads there that is remembered
   */
  @Nullable Grouped grouped(TableRun from, Object source, int above) {
    Map<Integer, @Nullable Grouped> known = grouped.computeIfAbsent(source, any -> new HashMap<>());
    Grouped there = known.get(above);
    if (there == null && !known.containsKey(above)) {
      there = group(from, source, above);
      known.put(above, there);
    }
    return there;
  }

  private @Nullable Grouped group(TableRun from, Object source, int above) {
    int[] path = model.path(from.table, above);
    if (path == null || !isRemembered(from, path)) {
      return null;
    }
    return source instanceof Pool pool
        ? new Grouped(pool.rows::get, row -> above(from, path, row))
        : new Grouped(row -> row, row -> above(from, path, row));
  }

  private boolean isRemembered(TableRun from, int[] path) {
    TableRun run = from;
    for (int relation : path) {
      if (run.links[relation] == null) {
        return false;
      }
      run = of(run.table.foreignKeys[relation].target());
    }
    return true;
  }

  /** The row that a path leads to, or below zero. */
  private int above(TableRun from, int[] path, int row) {
    TableRun run = from;
    int at = row;
    for (int relation : path) {
      if (at < 0) {
        return at;
      }
      at = Objects.requireNonNull(run.links[relation]).get(at);
      run = of(run.table.foreignKeys[relation].target());
    }
    return at;
  }

  /** Notes the rows above a row. */
  void ascend(Family family, TableRun run, int row) {
    for (PlanRelation relation : run.table.foreignKeys) {
      Ints links = run.links[relation.index()];
      int parent = links == null || row < 0 ? PlanRow.NONE : links.get(row);
      TableRun above = of(relation.target());
      if (parent >= 0 && !family.knows(above.id)) {
        family.put(above.id, parent, false);
        ascend(family, above, parent);
      }
    }
  }

  /** Notes the rows above a row that isn't the plan's. */
  void ascend(Family family, Outside row) {
    for (PlanRelation relation : row.table().foreignKeys) {
      Outside parent = row.parents()[relation.index()];
      int id = of(relation.target()).id;
      if (parent != null && !family.knows(id)) {
        family.put(id, parent, false);
        ascend(family, parent);
      }
    }
  }
}
