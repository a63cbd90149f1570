/**
 * What becomes of a schema: two of them compared, and the changes that lead from one to the other.
 */
@NullMarked
package dev.varve.schema.change;

import org.jspecify.annotations.NullMarked;
