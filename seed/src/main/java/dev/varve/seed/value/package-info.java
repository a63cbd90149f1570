/**
 * Single values: which a column can hold, how databases and records write them, and which to
 * invent. Knows nothing of tables and rows.
 */
@org.jspecify.annotations.NullMarked
package dev.varve.seed.value;
