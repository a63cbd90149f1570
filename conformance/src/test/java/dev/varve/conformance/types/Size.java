package dev.varve.conformance.types;

import dev.varve.EnumStorage;
import dev.varve.Enumerated;

/** Stored as an enum type where there are any. */
@Enumerated(EnumStorage.NATIVE)
public enum Size {
  SMALL,
  LARGE
}
