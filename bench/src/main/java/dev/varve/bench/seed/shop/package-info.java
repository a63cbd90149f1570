/** Six tables with keys, foreign keys, unique constraints and checks, for what is measured. */
@Database(name = "Shop")
@NullMarked
package dev.varve.bench.seed.shop;

import dev.varve.Database;
import org.jspecify.annotations.NullMarked;
