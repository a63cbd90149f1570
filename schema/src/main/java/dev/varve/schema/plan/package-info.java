/** From changes to migrations: which statements of a dialect, in which order and transaction. */
@NullMarked
package dev.varve.schema.plan;

import org.jspecify.annotations.NullMarked;
