/**
 * Sends rows to a database or to a file, in bulk and by one encoder for each type. Knows tables by
 * their names and columns; what the rows are for is the affair of those who send them.
 */
@org.jspecify.annotations.NullMarked
package dev.varve.seed.load;
