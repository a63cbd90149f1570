/** Reads the fragments of SQL that people write in annotations, as far as they must be known. */
@NullMarked
package dev.varve.processor.sql;

import org.jspecify.annotations.NullMarked;
