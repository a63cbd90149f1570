package dev.varve.seed;

import dev.varve.seed.rich.Made;
import dev.varve.seed.rich.PlanNode;
import dev.varve.seed.rich.PlanTable;
import dev.varve.seed.rich.RichException;
import dev.varve.seed.rich.RichRun;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the rows that a plan asks for. */
final class RichPlan {
  private final long number;
  private final Builders builders;
  private final Sharing sharing;
  private final PlanHandler plan;

  /**
   * Reads a plan.
   *
   * @param number the seed that all values follow from
   */
  RichPlan(long number, Builders builders, Sharing sharing, Consumer<Object> plan) {
    this.number = number;
    this.builders = builders;
    this.sharing = sharing;
    this.plan = new PlanHandler(builders.plan(), builders);
    plan.accept(Seeds.proxy(builders.plan(), this.plan));
  }

  /** Makes the rows; all or none. */
  Object run(Seed seed) {
    return seed.run(engine -> run(seed, engine));
  }

  private Object run(Seed seed, SeedEngine engine) throws SQLException {
    Set<BuilderShape> named = new LinkedHashSet<>();
    plan.asked.forEach(asked -> named.add(asked.builder()));
    PlanTables tables = new PlanTables(named, engine);
    for (BuilderShape shape : named) {
      engine.lock(shape.table);
    }
    RichRows rows = new RichRows(tables);
    List<PlanNode> nodes = new ArrayList<>();
    for (PlanHandler.Asked asked : plan.asked) {
      PlanTable table = tables.of(asked.builder());
      nodes.add(
          new PlanNode(
              table,
              asked.count(),
              asked.plan() == null ? null : rows.function(asked.builder(), asked.plan()),
              rows.pool(asked.ref(), table, asked.method()),
              asked.line()));
    }
    Made made;
    try {
      made =
          new RichRun(
                  number,
                  nodes,
                  tables.all(),
                  engine.loader,
                  engine::table,
                  new RichFacts(engine),
                  rows.shared(sharing))
              .run();
    } catch (RichException e) {
      throw new SeedException(String.valueOf(e.getMessage()), e.getCause());
    }
    return Seeds.proxy(
        builders.rows(),
        new RowsHandler(builders.rows(), builders, seed, shape -> keys(tables, shape, made)));
  }

  private static List<Object[]> keys(PlanTables tables, BuilderShape shape, Made made) {
    if (!tables.has(shape)) {
      return List.of();
    }
    PlanTable table = tables.of(shape);
    List<Object[]> keys = new ArrayList<>(made.count(table));
    for (int i = 0; i < made.count(table); i++) {
      keys.add(made.key(table, i));
    }
    return keys;
  }
}
