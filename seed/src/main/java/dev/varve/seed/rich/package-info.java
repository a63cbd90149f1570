/**
 * Makes the rows of a plan: realistic, the same every time, as many as wanted.
 *
 * <p>Planning ({@code Generator}) calls the user's functions and decides which row refers to which,
 * by row numbers alone; it knows no database. Sending ({@code Sender}) turns row numbers into keys
 * and hands the rows to a {@link dev.varve.seed.load.Loader}.
 */
@NullMarked
package dev.varve.seed.rich;

import org.jspecify.annotations.NullMarked;
