/** One entity with a column of every type, for the round trip through both engines. */
@Database(name = "Types")
@NullMarked
package dev.varve.conformance.types;

import dev.varve.Database;
import org.jspecify.annotations.NullMarked;
