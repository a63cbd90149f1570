/**
 * Writes the files that follow from a model: all of them or none, and none that is right already.
 */
@NullMarked
package dev.varve.processor.write;

import org.jspecify.annotations.NullMarked;
