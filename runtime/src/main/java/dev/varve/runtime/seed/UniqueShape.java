package dev.varve.runtime.seed;

/**
 * Columns that no two rows may agree in.
 *
 * @param name the constraint's name
 * @param columns the columns' places
 */
record UniqueShape(String name, int[] columns) {}
