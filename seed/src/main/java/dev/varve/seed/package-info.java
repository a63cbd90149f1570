/** Fills tables with valid rows: what generated seed builders extend. */
@NullMarked
package dev.varve.seed;

import org.jspecify.annotations.NullMarked;
