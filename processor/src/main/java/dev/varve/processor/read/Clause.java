package dev.varve.processor.read;

import dev.varve.processor.Place;
import dev.varve.schema.change.Agreements;

/**
 * What one annotation says about the past.
 *
 * @param place where it stands
 * @param display the annotation as a person knows it: {@code @Renamed on "Customer.mobile"}
 * @param says what it says
 */
public record Clause(Place place, String display, Agreements says) {}
