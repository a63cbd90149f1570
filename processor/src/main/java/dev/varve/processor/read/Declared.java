package dev.varve.processor.read;

import dev.varve.processor.Place;

/**
 * Something that is declared in Java.
 *
 * @param place where
 * @param name what it is called: {@code Customer}, {@code Customer.email}
 */
public record Declared(Place place, String name) {}
