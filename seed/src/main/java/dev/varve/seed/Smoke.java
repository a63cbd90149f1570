package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts a few rows for each table together, at the edges of what its constraints allow.
 *
 * <p>A table has as many rows as its column of most edges has, one that leaves out all that may be
 * left out, and one whose embedded records hold only what they must; all others leave nothing out.
 * From row to row each column goes on to its next edge, and begins again after its last. Rows refer
 * to those of other tables in turn, so that there need not be more of these, unless each may be
 * referred to only once. What must be unique is invented where the edges are used up, or where a
 * row in the database has them; a row for which there is no value left is left out.
 */
final class Smoke {
  private static final int FULL = 5;

  private final Map<TableName, SmokeTable> tables = new LinkedHashMap<>();
  private final SeedEngine engine;

  /** Those that have their rows, in the order in which these can be inserted. */
  private final List<SmokeTable> filled = new ArrayList<>();

  private final SmokePlan plan;
  private final SmokeProblems problems;
  private final SmokeKeys keys;
  private final SmokeCells cells;
  private final SmokeRelations relations;
  private final Chances chances = new FixtureChances();

  Smoke(SeedEngine engine, Builders builders, SmokePlan plan) {
    this.engine = engine;
    this.plan = plan;
    problems = new SmokeProblems(builders, engine);
    keys = new SmokeKeys(engine);
    cells = new SmokeCells(engine, keys);
    for (BuilderShape builder : builders.all()) {
      tables.put(builder.table.name, new SmokeTable(builder, engine));
    }
    relations = new SmokeRelations(tables, keys, cells);
  }

  /**
   * The rows, to be inserted in one call.
   *
   * @throws SeedException if a column can't be given a value
   */
  List<RowSeed> rows() throws SQLException {
    for (SmokeTable table : tables.values()) {
      List<RowSeed> planned = plan.rows(table.shape.name);
      problems.look(table, planned);
      if (planned != null) {
        table.count = planned.size();
      }
    }
    problems.end();
    if (!tables.isEmpty()) {
      engine.lock(tables.values().iterator().next().shape);
    }
    share();
    Set<SmokeTable> done = new HashSet<>();
    for (SmokeTable table : tables.values()) {
      fill(table, done);
    }
    relations.tieLater();
    List<RowSeed> seeds = new ArrayList<>();
    for (SmokeTable table : filled) {
      for (int i = 0; i < table.rows.size(); i++) {
        link(table.rows.get(i), i);
        table.rows.get(i).finish();
        seeds.add(table.rows.get(i).seed);
      }
    }
    return seeds;
  }

  /** Makes sure that there are as many rows as others need, each its own. */
  private void share() {
    for (int round = 0; round < tables.size(); round++) {
      for (SmokeTable table : tables.values()) {
        for (RelationShape relation : table.shape.relations) {
          SmokeTable target = tables.get(relation.target());
          boolean each = relation.required() && table.isOneToOne(relation);
          if (each && target != null && plan.rows(target.shape.name) == null) {
            target.count = Math.max(target.count, table.count);
          }
        }
      }
    }
  }

  /** Fills a table after those that its rows need. */
  private void fill(SmokeTable table, Set<SmokeTable> done) throws SQLException {
    if (!done.add(table)) {
      return;
    }
    for (RelationShape relation : table.shape.relations) {
      SmokeTable target = tables.get(relation.target());
      if (target != null && relation.required()) {
        fill(target, done);
      }
    }
    List<RowSeed> planned = plan.rows(table.shape.name);
    for (int i = 0; i < table.count; i++) {
      RowSeed seed = planned == null ? new RowSeed(table.builder, chances, i) : planned.get(i);
      SmokeRow row = new SmokeRow(table, seed);
      cells.fill(row, i);
      boolean tied = relations.tie(row, i);
      if (tied && cells.differ(row)) {
        keys.add(row);
        table.rows.add(row);
      } else if (planned != null) {
        throw tooMany(row, i, planned.size(), tied);
      }
    }
    filled.add(table);
  }

  /** A plan asked for more rows than there can be. */
  private SeedException tooMany(SmokeRow row, int number, int asked, boolean tied)
      throws SQLException {
    List<String> reasons = new ArrayList<>();
    for (UniqueShape unique : tied ? keys.taken(row) : List.<UniqueShape>of()) {
      reasons.add(unique.name());
    }
    return new SeedException(
        row.seed.path()
            + Problems.at()
            + ": "
            + asked
            + " rows asked, only "
            + number
            + " can be made: "
            + (tied
                ? "rows have all values that there are, and must differ (" + reasons + ")"
                : "no row is left that another one could refer to")
            + ". Ask for fewer");
  }

  /** Links a row by its many-to-many relations: to nothing, to many, and the others to one. */
  private void link(SmokeRow row, int number) {
    TableShape shape = row.table.shape;
    for (JunctionShape junction : shape.junctions) {
      int most = number == 0 ? 0 : number == 1 ? FULL : 1;
      BuilderShape target = row.table.builder.target(shape.relations.size() + junction.index());
      SmokeTable table = tables.get(target.table.name);
      if (table == null || row.seed.given[junction.slot()] != RowSeed.UNSET) {
        continue;
      }
      List<Object> linked = new ArrayList<>();
      for (int i = 0; i < table.rows.size() && linked.size() < most; i++) {
        SmokeRow other = table.rows.get((number + i) % table.rows.size());
        if (!junction.byRecord() || !other.holds(row, new HashSet<>())) {
          linked.add(other.seed);
          if (junction.byRecord()) {
            row.links.add(other);
          }
        }
      }
      row.seed.given[junction.slot()] = linked;
    }
  }
}
