package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One call that inserts rows: plans them, gives them values, writes them, reads them back. */
final class Insertion {
  private final SeedEngine engine;
  private final Map<TableName, Long> ordinals;
  private final Sharing sharing;

  /**
   * A call.
   *
   * @param ordinals how many rows of each table were made before; goes on
   * @param sharing what the whole builder shares
   */
  Insertion(SeedEngine engine, Map<TableName, Long> ordinals, Sharing sharing) {
    this.engine = engine;
    this.ordinals = ordinals;
    this.sharing = sharing;
  }

  /**
   * Inserts rows, all that their functions ask for and all that they need.
   *
   * @return the records of {@code seeds}, in their order
   */
  List<Object> insert(List<RowSeed> seeds) throws SQLException {
    if (seeds.isEmpty()) {
      return List.of();
    }
    engine.lock(seeds.get(0).shape);
    Planner planner = new Planner(engine, sharing);
    planner.plan(seeds);
    Records records = write(planner);
    List<Object> made = new ArrayList<>(seeds.size());
    for (Row row : planner.rows.subList(0, seeds.size())) {
      made.add(records.of(row));
    }
    return List.copyOf(made);
  }

  /**
   * Does the same, but makes no records that nobody has a reference to.
   *
   * @return all rows that were inserted
   */
  List<Row> rows(List<RowSeed> seeds) throws SQLException {
    if (seeds.isEmpty()) {
      return List.of();
    }
    Planner planner = new Planner(engine, sharing);
    planner.plan(seeds);
    write(planner);
    return planner.rows;
  }

  private Records write(Planner planner) throws SQLException {
    Junctions junctions = new Junctions(engine, planner);
    for (Row row : planner.rows) {
      junctions.collect(row, row.seed.given);
    }
    new Filler(engine, ordinals).fill(planner.rows);
    new RowWriter(engine).write(planner.rows);
    junctions.insert();
    new ReadBack(engine).read(planner.rows);
    Records records = new Records(engine, junctions);
    for (Row row : planner.rows) {
      for (Ref<?> ref : row.seed.refs) {
        ref.made(records.of(row));
      }
    }
    return records;
  }
}
