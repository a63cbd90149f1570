/**
 * Says at the declarations what a change of the records leaves open, and what may go wrong with it.
 */
@NullMarked
package dev.varve.processor.evolution;

import org.jspecify.annotations.NullMarked;
