package dev.varve.seed;

import java.util.List;
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
    List<Object> records = seed.insert(engine -> new Smoke(engine, builders, said).rows(), sharing);
    return SmokeRows.of(builders, records);
  }

  /** The rows of {@code rich}. */
  Object rich(long number, Consumer<Object> plan) {
    return new RichPlan(number, builders, sharing, plan).run(seed);
  }
}
