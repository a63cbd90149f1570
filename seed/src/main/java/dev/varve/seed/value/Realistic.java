package dev.varve.seed.value;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The values that a column would have in real life. Each follows from the seed, the table, the
 * column and the row's number alone.
 *
 * @param together whether rows must be numbered alike for several columns, so that they belong
 *     together: a name and its address
 * @param drawn the value of a row that need not differ from those of others, by any number
 * @param unique values that all differ; null: no such are known
 */
public record Realistic(
    boolean together, LongFunction<Object> drawn, @Nullable Choices<Object> unique) {}
