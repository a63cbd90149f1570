package dev.varve.processor.read;

import dev.varve.processor.Place;

/**
 * Something of a schema, and where it was asked for.
 *
 * @param value a key, a check, an index
 * @param place where problems with it are reported
 */
record Placed<T>(T value, Place place) {}
