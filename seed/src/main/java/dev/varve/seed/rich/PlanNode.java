package dev.varve.seed.rich;

import org.jspecify.annotations.Nullable;

/**
 * Rows that a plan asks for by themselves.
 *
 * @param table their table
 * @param count how many
 * @param function what each holds; null: everything is invented
 * @param pool takes them up
 * @param line the line of the user's source, {@code ReportTest.java:23}, or empty
 */
public record PlanNode(
    PlanTable table, int count, @Nullable RowFunction function, Pool pool, String line) {}
