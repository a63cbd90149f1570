package dev.varve.seed.load;

import dev.varve.seed.value.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A value for a question mark in a statement.
 *
 * @param type what the column holds that it is for
 * @param value the canonical value; null for NULL
 */
public record Cell(ValueType type, @Nullable Object value) {}
