package dev.varve.seed.load;

import dev.varve.seed.value.ValueType;

/**
 * A column that rows are sent for.
 *
 * @param name its name
 * @param type what it holds
 */
public record LoadColumn(String name, ValueType type) {}
