package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What somebody says of the rows that smoke shall make. */
final class SmokePlan {
  private final Chances chances = new FixtureChances();
  private final Map<TableName, List<RowSeed>> rows = new HashMap<>();

  private SmokePlan() {}

  /** What {@code plan} says; null: nothing. */
  static SmokePlan of(Builders builders, @Nullable Consumer<Object> plan) {
    SmokePlan smoke = new SmokePlan();
    if (plan != null) {
      PlanHandler handler = new PlanHandler(builders.plan(), builders);
      plan.accept(Seeds.proxy(builders.plan(), handler));
      handler.asked.forEach(smoke::add);
    }
    return smoke;
  }

  /** Where the plan's rows are a pool elsewhere, the first of them is meant here. */
  private void add(PlanHandler.Asked asked) {
    List<RowSeed> all = rows.computeIfAbsent(asked.builder().table.name, any -> new ArrayList<>());
    for (int i = 0; i < asked.count(); i++) {
      RowSeed row = new RowSeed(asked.builder(), chances, all.size());
      if (i == 0) {
        asked.ref().row = row;
        row.refs.add(asked.ref());
      }
      all.add(asked.plan() == null ? row : row.planned(asked.plan(), i));
    }
  }

  /** The rows of a table, as far as something is said of them; null if nothing is. */
  @Nullable List<RowSeed> rows(TableName table) {
    return rows.get(table);
  }
}
