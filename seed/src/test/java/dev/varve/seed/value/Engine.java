package dev.varve.seed.value;

/** Where rows go. */
enum Engine {
  POSTGRESQL,
  SQLITE
}
