package dev.varve.processor.binding;

/**
 * What a CHECK says of two columns of a row: {@code starts_at < ends_at}. Nothing, where one of
 * them is null.
 *
 * @param left the name of a column
 * @param operator {@code <}, {@code <=}, {@code =} or {@code <>}
 * @param right the name of another
 */
public record ColumnOrder(String left, String operator, String right) {}
