/** How fast migrations are applied, beside other tools. */
@NullMarked
package dev.varve.bench.apply;

import org.jspecify.annotations.NullMarked;
