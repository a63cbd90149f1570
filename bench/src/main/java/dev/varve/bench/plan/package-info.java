/** How long comparing schemas and planning migrations takes. */
@NullMarked
package dev.varve.bench.plan;

import org.jspecify.annotations.NullMarked;
