/** Applies migrations to a PostgreSQL or SQLite database. */
@NullMarked
package dev.varve.runtime;

import org.jspecify.annotations.NullMarked;
