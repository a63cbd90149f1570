package dev.varve.seed.rich;

import org.jspecify.annotations.Nullable;

/**
 * A row that was in the database before the plan.
 *
 * @param table its table
 * @param cells its canonical values by column; what isn't known is null
 * @param parents the rows it refers to, by relation; null where it refers to none, or nobody knows
 */
public record Outside(PlanTable table, @Nullable Object[] cells, @Nullable Outside[] parents) {}
