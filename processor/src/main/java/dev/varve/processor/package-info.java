/** The processor's shell: options, rounds, and what becomes of the problems that were found. */
@NullMarked
package dev.varve.processor;

import org.jspecify.annotations.NullMarked;
