package dev.varve.seed.value;

/** Where rows go. */
public enum Engine {
  POSTGRESQL,
  SQLITE
}
