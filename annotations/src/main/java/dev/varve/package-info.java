/**
 * The vocabulary of Varve: annotations that turn a Java record into a database table.
 *
 * <p>All annotations have {@code CLASS} retention: they are read by the compiler and cost nothing
 * at run time.
 */
@NullMarked
package dev.varve;

import org.jspecify.annotations.NullMarked;
