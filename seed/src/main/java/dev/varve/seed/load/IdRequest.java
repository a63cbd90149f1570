package dev.varve.seed.load;

/**
 * How many keys of a table are wanted.
 *
 * @param table the table
 * @param column the column that counts by itself
 * @param count how many, at least 1
 */
public record IdRequest(TableName table, String column, int count) {}
