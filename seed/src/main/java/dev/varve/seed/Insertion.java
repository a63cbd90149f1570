package dev.varve.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** One call that inserts rows: plans them, gives them values, writes them, reads them back. */
final class Insertion {
  private final Connection connection;
  private final SeedEngine engine;
  private final Map<TableName, Long> ordinals;

  Insertion(Connection connection, SeedEngine engine, Map<TableName, Long> ordinals) {
    this.connection = connection;
    this.engine = engine;
    this.ordinals = ordinals;
  }

  Object insert(RowSeed seed) throws SQLException {
    engine.lock(connection, seed.shape);
    Planner planner = new Planner(engine);
    Row first = planner.plan(seed);
    Junctions junctions = new Junctions(connection, engine);
    for (Row row : planner.rows) {
      junctions.collect(row, row.seed.given);
    }
    new Filler(connection, engine, ordinals).fill(planner.rows);
    new RowWriter(connection, engine).write(planner.rows);
    junctions.insert();
    new ReadBack(connection, engine).read(planner.rows);
    return new Records(junctions).of(first);
  }
}
