/** Reads records into tables: javac's elements end here. */
@NullMarked
package dev.varve.processor.read;

import org.jspecify.annotations.NullMarked;
