/** A schema as the SQL of a dialect. All text of SQL in Varve's core comes from here. */
@NullMarked
package dev.varve.schema.sql;

import org.jspecify.annotations.NullMarked;
