package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.sql.SQLException;
import java.util.Map;

/** One call that inserts rows: plans them, gives them values, writes them, reads them back. */
final class Insertion {
  private final SeedEngine engine;
  private final Map<TableName, Long> ordinals;

  Insertion(SeedEngine engine, Map<TableName, Long> ordinals) {
    this.engine = engine;
    this.ordinals = ordinals;
  }

  Object insert(RowSeed seed) throws SQLException {
    engine.lock(seed.shape);
    Planner planner = new Planner(engine);
    Row first = planner.plan(seed);
    Junctions junctions = new Junctions(engine);
    for (Row row : planner.rows) {
      junctions.collect(row, row.seed.given);
    }
    new Filler(engine, ordinals).fill(planner.rows);
    new RowWriter(engine).write(planner.rows);
    junctions.insert();
    new ReadBack(engine).read(planner.rows);
    return new Records(junctions).of(first);
  }
}
