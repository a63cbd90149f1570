package dev.varve.conformance.types;

/** Stored as text. */
public enum Colour {
  RED,
  GREEN
}
