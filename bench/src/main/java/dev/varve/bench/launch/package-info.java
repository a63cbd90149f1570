/** How long the command line takes to start. */
@NullMarked
package dev.varve.bench.launch;

import org.jspecify.annotations.NullMarked;
