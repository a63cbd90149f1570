/** What happens to an applier, or to its database, must not happen to the data. */
@NullMarked
package dev.varve.conformance.crash;

import org.jspecify.annotations.NullMarked;
