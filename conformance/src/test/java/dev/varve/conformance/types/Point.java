package dev.varve.conformance.types;

/** Stored as JSON. */
public record Point(int x, double y, String label) {}
