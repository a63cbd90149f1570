/** A shop with everything that makes tables hard to empty: cycles, self-references, RESTRICT. */
@Database(name = "Shop")
@NullMarked
package dev.varve.junit.shop;

import dev.varve.Database;
import org.jspecify.annotations.NullMarked;
