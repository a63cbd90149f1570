/** Writes the Java sources of the seed builder: one class for the database, one for each entity. */
@NullMarked
package dev.varve.processor.seed;

import org.jspecify.annotations.NullMarked;
