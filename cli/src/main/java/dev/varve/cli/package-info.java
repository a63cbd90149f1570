/** The command line: {@code varve}, a thin layer over the applier and the catalog reader. */
@NullMarked
package dev.varve.cli;

import org.jspecify.annotations.NullMarked;
