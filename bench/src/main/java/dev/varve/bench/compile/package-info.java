/** How much longer a compilation takes with the processor. */
@NullMarked
package dev.varve.bench.compile;

import org.jspecify.annotations.NullMarked;
