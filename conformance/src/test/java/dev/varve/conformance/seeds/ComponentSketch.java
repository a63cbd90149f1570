package dev.varve.conformance.seeds;

import org.jspecify.annotations.Nullable;

/**
 * A component of a record.
 *
 * @param name its name
 * @param piece all of its source
 * @param key whether it is part of the primary key
 * @param column the column that holds it as it is; empty: none does, or not so
 * @param given a value that satisfies what nobody can understand; null: it can be understood
 */
record ComponentSketch(
    String name, Piece piece, boolean key, String column, @Nullable Object given) {
  static ComponentSketch of(String name, Piece piece) {
    return new ComponentSketch(name, piece, false, "", null);
  }
}
