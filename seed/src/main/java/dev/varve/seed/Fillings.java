package dev.varve.seed;

import dev.varve.seed.load.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What fills whole databases: the way from a builder's {@code smoke} and {@code rich} to those who
 * do it. {@link Builders#all} has the tables, {@link Builders#plan} and {@link Builders#rows} the
 * interfaces to make proxies of by {@link Seeds#proxy}, {@link Builders#of} finds the table that
 * one of their methods is about, and {@link Seed#run} gives a connection in a transaction.
 *
 * @param seed runs it
 * @param builders the database's tables
 * @param sharing what the builder shares
 */
record Fillings(Seed seed, Builders builders, Sharing sharing) {
  /** The rows of {@code smoke}. */
  Object smoke(@Nullable Consumer<Object> plan) {
    SmokePlan said = SmokePlan.of(builders, plan);
    List<Row> rows = seed.insert(engine -> new Smoke(engine, builders, said).rows(), sharing);
    Map<TableName, List<Object[]>> keys = new HashMap<>();
    for (Row row : rows) {
      Object[] key = new Object[row.shape.key.length];
      for (int i = 0; i < key.length; i++) {
        key[i] = Objects.requireNonNull(row.value(row.shape.key[i]));
      }
      keys.computeIfAbsent(row.shape.name, table -> new ArrayList<>()).add(key);
    }
    return Seeds.proxy(
        builders.rows(),
        new RowsHandler(
            builders.rows(),
            builders,
            seed,
            shape -> keys.getOrDefault(shape.table.name, List.of())));
  }

  /** The rows of {@code rich}. */
  Object rich(long number, Consumer<Object> plan) {
    return new RichPlan(number, builders, sharing, plan).run(seed);
  }
}
