/**
 * A database schema as immutable values that know neither a compiler nor a driver.
 *
 * <p>Children don't point to their parents: names are the links, so {@code equals} is the
 * comparison. Lists are copied; those whose order means nothing to a database are sorted.
 */
@NullMarked
package dev.varve.schema;

import org.jspecify.annotations.NullMarked;
